use std::fs;
use std::path::{Path, PathBuf};

use sealbag::finding::Code;
use sealbag_sentences::{ENGLISH, Sentences};

use crate::catalogue::Catalogue;
use crate::language::Language;

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the sources") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => sources(&path, into),
            false => into.extend(Some(path).filter(|path| !path.ends_with("tests.rs"))),
        }
    }
}

/// What the verifier writes besides sentences: digests, places, and reasons that are no values of findings.
const NO_VALUES: [&str; 12] = [
    "sha256 {}",
    "sha256 {sealed}",
    "sha256 {found}",
    "blake3 {}",
    "{place} ({original})",
    "{ENTRIES} line {number}",
    "{TAG_MANIFEST} line {}",
    "{} line {line}",
    "{} line {}",
    "{place} line {}",
    "; {}",
    ", ",
];
/// What is put together out of parts.
const PARTS: [&str; 9] = [
    "{} by {}",
    "the seal hash",
    "the bag",
    "the root",
    "{what} is another",
    " and {} more",
    "differs in bytes {}{more}",
    "{hash}; ",
    "; its CRC-32 in the packed bag does not hold either: it was damaged after it was packed",
];

/// The literal texts of a format string in order, with an empty one for a hole.
fn skeleton(literal: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    for part in literal.split('{') {
        match part.split_once('}') {
            Some((_, behind)) => pieces.extend([String::new(), behind.to_owned()]),
            None => pieces.push(part.to_owned()),
        }
    }
    let is_hole = |at: usize| at % 2 == 1;
    pieces.into_iter().enumerate().filter(|(at, text)| is_hole(*at) || !text.is_empty()).map(|(_, text)| text).collect()
}

#[test]
fn every_sentence_that_the_verifier_writes_beside_a_finding_is_in_the_catalogue() {
    let sentences = Sentences::new(&[ENGLISH]);
    let reasons = include_str!("../words.rs");
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../sealbag/src/verify"), &mut files);
    let mut found = 0;
    for file in files {
        let text = fs::read_to_string(&file).expect("a source");
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let code: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        for literal in code.join("\n").split('"').skip(1).step_by(2) {
            let is_sentence = literal.contains(' ') && literal.contains(|c: char| c.is_ascii_lowercase());
            if !is_sentence || NO_VALUES.contains(&literal) || PARTS.contains(&literal) || reasons.contains(literal) {
                continue;
            }
            let skeleton = skeleton(literal);
            let is_there = sentences.patterns().iter().any(|pattern| pattern.skeleton() == skeleton);
            assert!(is_there, "{}: {literal:?} is in no catalogue", file.display());
            found += 1;
        }
    }
    assert!(found > 40, "{found}");
}

/// A value by its code, in English, Russian and Kazakh.
const SAID: [(Code, &str, &str, &str); 30] = [
    (
        Code::EventMalformed,
        "line 14: to: missing field `name`",
        "строка 14: to: нет поля `name`",
        "14-жол: to: `name` өрісі жоқ",
    ),
    (
        Code::EventMalformed,
        "refusal: does not belong in an event of this type",
        "refusal: в записи такого вида не бывает",
        "refusal: мұндай түрдегі жазбада болмайды",
    ),
    (
        Code::SealMalformed,
        "line 5: time: a SHA-256 digest is 64 lower-case hexadecimal digits",
        "строка 5: time: хэш-сумма SHA-256 – это 64 шестнадцатеричные цифры со строчными буквами",
        "5-жол: time: SHA-256 хэш мәні – кіші әріптермен жазылған 64 он алтылық цифр",
    ),
    (Code::EventMalformed, "missing field `type`", "нет поля `type`", "`type` өрісі жоқ"),
    (
        Code::SealMalformed,
        "line 5: payload: unknown variant `borrowed`, expected `copy` or `detached`",
        "строка 5: payload: значение `borrowed` неизвестно, ожидалось: `copy`, `detached`",
        "5-жол: payload: `borrowed` мәні белгісіз, күтілгені: `copy`, `detached`",
    ),
    (
        Code::EntryMalformed,
        "not an entry: duplicate field `kind` at line 1 column 39",
        "это не строка перечня: поле `kind` указано дважды (строка 1, столбец 39)",
        "бұл – тізбе жолы емес: `kind` өрісі екі рет көрсетілген (1-жол, 39-баған)",
    ),
    (Code::FileChanged, "12 bytes", "байт: 12", "12 байт"),
    (
        Code::FileChanged,
        "sha256 1d4e; differs in bytes 0-1048576, 3145728-4194304 and 2 more; its CRC-32 in the packed bag does not hold either: it was damaged after it was packed",
        "sha256 1d4e; отличаются байты 0-1048576, 3145728-4194304 и другие части, всего ещё 2; не совпадает и его CRC-32 в пакете в одном файле: файл повреждён после упаковки",
        "sha256 1d4e; өзгеше байттар: 0-1048576, 3145728-4194304 және тағы басқа бөліктер, саны 2; оның бір файлдағы пакетте көрсетілген CRC-32 мәні де сәйкес келмейді: файл бір файлға жиналғаннан кейін бүлінген",
    ),
    (Code::FileChanged, "sha256 1d4e", "sha256 1d4e", "sha256 1d4e"),
    (Code::FileKind, "symlink to a to b", "ссылка, ведёт к a to b", "сілтеме, апаратын жері: a to b"),
    (Code::FileUnreadable, "permission denied", "нет прав доступа", "қол жеткізу құқығы жоқ"),
    (Code::FileUnreadable, "EIO", "EIO", "EIO"),
    (
        Code::NotAllowed,
        "copy is not allowed while the exhibit is opened",
        "запись «скопировано» не разрешена, пока объект в состоянии «вскрыто»",
        "объект «мөрі ашылған» күйінде болғанда «көшірме жасалды» жазбасына рұқсат етілмейді",
    ),
    (
        Code::WrongRole,
        "release by no release is open as clerk, expert",
        "«передано»: подписало лицо no release is open, роли: clerk, эксперт",
        "«тапсырылды»: қол қойған адам no release is open, рөлдері: clerk, сарапшы",
    ),
    (Code::Incident, "loss: no release is open", "утрата: no release is open", "жоғалу: no release is open"),
    (Code::Objection, "no release is open", "no release is open", "no release is open"),
    (Code::CosignerPending, "resealed", "resealed", "resealed"),
    (Code::Corrected, "remarks, exhibit.number", "замечания; объект, номер", "ескертпелер; объект, нөмірі"),
    (Code::RecordedViolation, "verify", "проверено", "тексерілді"),
    (Code::Unfinished, "opened", "вскрыто", "мөрі ашылған"),
    (
        Code::SealMalformed,
        "line 3: not the canonical form, which has no such line",
        "строка 3: не каноническая форма, в которой такой строки нет",
        "3-жол: канондық түрде емес, канондық түрде мұндай жол жоқ",
    ),
    (
        Code::EntryMalformed,
        "the path is not allowed: path is empty",
        "путь недопустим: путь пуст",
        "файл жолына рұқсат етілмейді: файл жолы бос",
    ),
    (
        Code::ReceiptMismatch,
        "aa; the first event that differs is 3 or an earlier one",
        "aa; первая различающаяся запись – 3 или более ранняя",
        "aa; алғашқы өзгеше жазба – 3 немесе одан бұрынғысы",
    ),
    (
        Code::SignerUnknown,
        "roster 2 of Полиция, SHA256:x",
        "реестр ключей версии 2, орган Полиция, SHA256:x",
        "кілттер тізілімінің 2-нұсқасы, органы: Полиция, SHA256:x",
    ),
    (
        Code::RosterUnknownAuthority,
        "version 2 of 2 of 3 keys: SHA256:x, SHA256:y",
        "версия 2, ключи: требуется подписей: 2, ключей: 3: SHA256:x, SHA256:y",
        "2-нұсқа, кілттері: қажет қолтаңба саны: 2, кілт саны: 3: SHA256:x, SHA256:y",
    ),
    (Code::RosterUnknownAuthority, "version 2 of SHA256:x", "версия 2, ключи: SHA256:x", "2-нұсқа, кілттері: SHA256:x"),
    (
        Code::KeptTokenUnfit,
        "time.malformed: the time-stamp is malformed: its time",
        "time.malformed: метка времени составлена неправильно: её время",
        "time.malformed: уақыт белгісі дұрыс жасалмаған: оның уақыты",
    ),
    (
        Code::Unattributed,
        "verify by SHA256:x: A recognises B as expert only",
        "«проверено», ключ SHA256:x: орган A признаёт ключи органа B только в ролях: эксперт",
        "«тексерілді», кілті SHA256:x: A органы B органының кілттерін тек мына рөлдерде таниды: сарапшы",
    ),
    (
        Code::WrongReference,
        "the event that it corrects is not in the log",
        "исправляемой записи нет в журнале",
        "түзетілетін жазба журналда жоқ",
    ),
    (Code::Uncovered, "events 3 to 5", "записи с 3 по 5", "3 – 5 аралығындағы жазбалар"),
];

#[test]
fn values_are_said_in_the_language_of_the_reader_and_names_and_words_of_people_stay() {
    let [english, russian, kazakh] = Language::ALL.map(Catalogue::new);
    for (code, text, in_russian, in_kazakh) in SAID {
        assert_eq!(english.value(code, text), text);
        assert_eq!(russian.value(code, text), in_russian, "{code:?}");
        assert_eq!(kazakh.value(code, text), in_kazakh, "{code:?}");
    }
}

#[test]
fn the_line_of_a_list_is_said_in_the_language_of_the_reader_and_no_name_of_a_file_is() {
    let [english, russian, kazakh] = Language::ALL.map(Catalogue::new);
    let place = "seal/entries.jsonl line 7";
    assert_eq!(english.place(place), place);
    assert_eq!(russian.place(place), "seal/entries.jsonl, строка 7");
    assert_eq!(kazakh.place(place), "seal/entries.jsonl, 7-жол");
    for name in
        ["data/seal/entries.jsonl line 7", "data/x line 7", "seal/entries.jsonl line x", "seal/entries.jsonl line "]
    {
        assert_eq!(russian.place(name), name);
    }
}

#[test]
fn a_long_hostile_value_takes_no_long_time() {
    let catalogue = Catalogue::new(Language::Kazakh);
    let begun = std::time::Instant::now();
    for code in Code::ALL {
        for text in ["a: ".repeat(2700), " by ".repeat(2000), "version 1 of ".repeat(600), "; ".repeat(4000)] {
            assert!(!catalogue.value(*code, &text).is_empty());
        }
    }
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}
