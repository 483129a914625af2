//! `sealbag profile list`, `show` and `lint`.

use std::fmt::{Display, Write};
use std::path::PathBuf;

use clap::{Args, Subcommand};
use sealbag_custody::profile::{
    Checked, LintFinding, Profile as Data, Severity, Words as ProfileWords, is_list, takes_several,
};
use sealbag_custody::text::Text;
use sealbag_report::Language;
use serde::Serialize;

use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::profiles::{self, said};
use crate::terminal::{Terminal, harmless_lines, shown};
use crate::words::Words;

/// What can be done with profiles.
#[derive(Subcommand)]
pub(crate) enum Profile {
    /// List the built-in profiles
    List(List),
    /// Show what a profile requires
    Show(Show),
    /// Check a profile before it is used
    Lint(Lint),
}

/// The flags of `sealbag profile list`.
#[derive(Args)]
pub(crate) struct List {
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

/// The flags of `sealbag profile show`.
#[derive(Args)]
pub(crate) struct Show {
    /// Name of a built-in profile, or a file
    #[arg(value_name = "NAME|FILE")]
    profile: String,

    /// Print the data file itself, to begin one's own with
    #[arg(long)]
    toml: bool,

    /// Print an empty form with the fields that a seal must state, to fill in for `seal --form`
    #[arg(long, conflicts_with = "toml")]
    form: bool,

    /// Print one JSON object
    #[arg(long, conflicts_with_all = ["toml", "form"])]
    json: bool,
}

/// The flags of `sealbag profile lint`.
#[derive(Args)]
pub(crate) struct Lint {
    /// The data file
    file: PathBuf,

    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Listed {
    format: &'static str,
    profiles: Vec<Summary>,
}

#[derive(Serialize)]
struct Summary {
    name: String,
    version: u64,
    jurisdiction: String,
    title: JsonWords,
    sha256: String,
}

impl Summary {
    fn of(profile: &Data) -> Self {
        Self {
            name: profile.name.to_string(),
            version: profile.version,
            jurisdiction: profile.jurisdiction.to_string(),
            title: JsonWords::of(&profile.title),
            sha256: profile.sha256().to_hex(),
        }
    }
}

#[derive(Serialize)]
struct JsonWords {
    en: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    ru: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kk: Option<String>,
}

impl JsonWords {
    fn of(words: &ProfileWords) -> Self {
        let text = |text: &Text| text.to_string();
        Self { en: text(&words.en), ru: words.ru.as_ref().map(text), kk: words.kk.as_ref().map(text) }
    }
}

#[derive(Serialize)]
struct Shown {
    format: &'static str,
    #[serde(flatten)]
    summary: Summary,
    required: Vec<String>,
    asked: Vec<String>,
    cosigners: u64,
    events: Vec<ShownEvent>,
    roles: Vec<ShownRole>,
    sources: Vec<ShownSource>,
}

#[derive(Serialize)]
struct ShownEvent {
    #[serde(rename = "type")]
    event: String,
    required: Vec<String>,
}

#[derive(Serialize)]
struct ShownRole {
    name: String,
    title: JsonWords,
}

#[derive(Serialize)]
struct ShownSource {
    text: String,
    supports: Vec<String>,
    checked: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<String>,
}

#[derive(Serialize)]
struct Linted {
    format: &'static str,
    file: String,
    usable: bool,
    findings: Vec<LintedLine>,
}

#[derive(Serialize)]
struct LintedLine {
    line: usize,
    severity: &'static str,
    message: String,
}

/// Runs `sealbag profile`.
///
/// # Errors
/// A profile that is not there, cannot be read or cannot be used.
pub(crate) fn run(command: &Profile, terminal: &Terminal) -> Result<ExitClass, CliError> {
    match command {
        Profile::List(list) => print_list(list, terminal),
        Profile::Show(show) => print_profile(show, terminal),
        Profile::Lint(lint) => print_findings(lint, terminal),
    }
}

fn print_list(list: &List, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let profiles: Vec<Data> = Data::embedded_names().filter_map(Data::embedded).collect();
    if list.json {
        let profiles = profiles.iter().map(Summary::of).collect();
        terminal.print_json(&Listed { format: "sealbag/profiles/v1", profiles })?;
    } else {
        let words = terminal.words();
        let line = |profile: &Data| {
            let values: [(&str, &dyn Display); 4] = [
                ("name", &format!("{:<10}", profile.name.as_str())),
                ("version", &format!("{:<3}", profile.version)),
                ("jurisdiction", &format!("{:<5}", profile.jurisdiction.as_str())),
                ("title", &said(&profile.title, terminal.language())),
            ];
            format!("{}\n", words.with("say-profile-listed", &values))
        };
        terminal.print(&harmless_lines(&profiles.iter().map(line).collect::<String>()))?;
    }
    Ok(ExitClass::Success)
}

fn print_profile(show: &Show, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let (profile, text) = profiles::load(&show.profile)?;
    if show.toml {
        terminal.print(&text)?;
    } else if show.form {
        terminal.print(&harmless_lines(&empty_form(&profile, terminal.words())))?;
    } else if show.json {
        terminal.print_json(&as_json(&profile))?;
    } else {
        terminal.print(&harmless_lines(&as_text(&profile, terminal.words())))?;
    }
    Ok(ExitClass::Success)
}

fn strings(texts: &[Text]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

fn checked(checked: &Checked) -> (String, Option<String>) {
    match checked {
        Checked::NotChecked => ("not checked".to_owned(), None),
        Checked::On(date, by) => (date.to_string(), by.as_ref().map(ToString::to_string)),
    }
}

fn as_json(profile: &Data) -> Shown {
    let event = |event: &Text| ShownEvent {
        event: event.to_string(),
        required: profile.required_in_event(event).into_iter().map(str::to_owned).collect(),
    };
    let sources = profile.sources.iter().map(|source| {
        let (checked, by) = checked(&source.checked);
        ShownSource { text: source.text.to_string(), supports: strings(&source.supports), checked, by }
    });
    let roles = profile.roles.iter();
    Shown {
        format: "sealbag/profile-shown/v1",
        summary: Summary::of(profile),
        required: profile.required_in_seal().into_iter().map(str::to_owned).collect(),
        asked: strings(&profile.seal.asked),
        cosigners: profile.cosigners.at_least,
        events: profile.events.iter().map(|rules| event(&rules.event)).collect(),
        roles: roles.map(|role| ShownRole { name: role.name.to_string(), title: JsonWords::of(&role.title) }).collect(),
        sources: sources.collect(),
    }
}

/// The profile as a person reads it: under its own headings, then what stands under none.
fn as_text(profile: &Data, words: &Words) -> String {
    let language = words.catalogue().language();
    let values: [(&str, &dyn Display); 3] =
        [("name", &profile.name), ("version", &profile.version), ("jurisdiction", &profile.jurisdiction)];
    let (heading, title) = (words.with("say-profile-heading", &values), said(&profile.title, language));
    let mut text = format!("{heading}\n{title}\nsha256 {}\n", profile.sha256().to_hex());
    for heading in &profile.headings {
        let required = heading.steps.iter().filter_map(|step| requirements(profile, step, words)).collect::<String>();
        if !required.is_empty() {
            let _ = write!(text, "\n{}\n{required}", said(&heading.title, language));
        }
    }
    let is_below_a_heading =
        |step: &str| profile.headings.iter().any(|heading| heading.steps.iter().any(|other| other.as_str() == step));
    let steps = std::iter::once("seal").chain(profile.events.iter().map(|rules| rules.event.as_str()));
    let others: String =
        steps.filter(|step| !is_below_a_heading(step)).filter_map(|step| requirements(profile, step, words)).collect();
    if !others.is_empty() {
        let _ = write!(text, "\n{others}");
    }
    if !profile.roles.is_empty() {
        let _ = writeln!(text, "\n{}", words.text("say-profile-roles"));
        for role in &profile.roles {
            let _ = writeln!(text, "    {:<30} {}", role.name.as_str(), said(&role.title, language));
        }
    }
    let _ = writeln!(text, "\n{}", words.text("say-profile-rests-on"));
    for source in &profile.sources {
        let mark = match &source.checked {
            Checked::On(date, Some(by)) => words.with("say-source-checked-by", &[("date", date), ("who", by)]),
            Checked::On(date, None) => words.with("say-source-checked", &[("date", date)]),
            Checked::NotChecked => words.text("say-source-not-checked"),
        };
        let _ = writeln!(text, "    {} [{mark}]", source.text);
    }
    text
}

fn requirements(profile: &Data, step: &str, words: &Words) -> Option<String> {
    if step == "seal" {
        return Some(seal_requirements(profile, words));
    }
    let language = words.catalogue().language();
    profile.events.iter().find(|rules| rules.event.as_str() == step)?;
    let mut text = heading_of(step, words);
    for field in profile.required_in_event(step) {
        let label = profile.event_label(step, field).map(|label| said(&label.words, language)).unwrap_or_default();
        text.push_str(format!("    {field:<30} {label}").trim_end());
        text.push('\n');
    }
    Some(text)
}

/// The name of a step as profiles write it, with the word for it in other languages than English.
fn heading_of(step: &str, words: &Words) -> String {
    match words.catalogue().language() {
        Language::English => format!("  {step}\n"),
        _ => format!("  {step} – {}\n", words.catalogue().event(step)),
    }
}

fn seal_requirements(profile: &Data, words: &Words) -> String {
    let language = words.catalogue().language();
    let mut text = heading_of("seal", words);
    let label = |field: &str| profile.seal_label(field).map(|label| said(&label.words, language)).unwrap_or_default();
    for field in profile.required_in_seal() {
        text.push_str(format!("    {field:<30} {}", label(field)).trim_end());
        text.push('\n');
    }
    for field in &profile.seal.asked {
        let _ = writeln!(
            text,
            "    {:<30} {} ({})",
            field.as_str(),
            label(field),
            words.text("say-profile-may-stay-empty")
        );
    }
    if profile.cosigners.at_least > 0 {
        let who = profile.cosigners.words.as_ref().map(|who| said(who, language)).unwrap_or_default();
        let cosigners = words.with("say-profile-cosigners", &[("count", &profile.cosigners.at_least)]);
        text.push_str(format!("    {cosigners:<30} {who}").trim_end());
        text.push('\n');
    }
    text
}

/// A form with every required field, still empty. An empty value is refused, so none can be forgotten.
fn empty_form(profile: &Data, words: &Words) -> String {
    let values: [(&str, &dyn Display); 2] = [("name", &profile.name), ("version", &profile.version)];
    let mut text = format!("# {}\n", words.with("say-profile-form", &values));
    let mut tables: Vec<&str> = Vec::new();
    let fields: Vec<(&str, bool)> = profile
        .required_in_seal()
        .into_iter()
        .map(|field| (field, true))
        .chain(profile.seal.asked.iter().map(|field| (field.as_str(), false)))
        .collect();
    for (field, _) in &fields {
        let table = field.split('.').next().unwrap_or_default();
        if !tables.contains(&table) {
            tables.push(table);
        }
    }
    for table in tables {
        let of_table = |field: &&(&str, bool)| field.0.split_once('.').is_some_and(|(name, _)| name == table);
        let header = if is_list(table) { format!("[[{table}]]") } else { format!("[{table}]") };
        let is_needed = fields.iter().filter(of_table).any(|(_, required)| *required);
        let _ = writeln!(text, "\n{}{header}", if is_needed { "" } else { "# " });
        for (field, required) in fields.iter().filter(of_table) {
            let key = field.split_once('.').map_or(*field, |(_, key)| key);
            let comment = profile.seal_label(field).map(|label| {
                let help = label.help.as_ref().map(|help| format!(" ({})", words.help(help))).unwrap_or_default();
                format!("# {}{help}\n", said(&label.words, words.catalogue().language()))
            });
            let value = if takes_several(field) { "[\"\"]" } else { "\"\"" };
            let mark = if *required { "" } else { "# " };
            let _ = writeln!(text, "{}{mark}{key} = {value}", comment.unwrap_or_default());
        }
    }
    text
}

fn print_findings(lint: &Lint, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let findings = Data::lint(&profiles::read(&lint.file)?);
    let usable = findings.iter().all(|finding| finding.severity != Severity::Error);
    if lint.json {
        let line = |finding: &LintFinding| LintedLine {
            line: finding.line,
            severity: finding.severity.name(),
            message: finding.message.clone(),
        };
        let findings = findings.iter().map(line).collect();
        terminal.print_json(&Linted {
            format: "sealbag/profile-lint/v1",
            file: shown(&lint.file),
            usable,
            findings,
        })?;
    } else {
        let words = terminal.words();
        let line = |finding: &LintFinding| format!("{}\n", words.linted(finding));
        let mut text: String = findings.iter().map(line).collect();
        text.push_str(&words.text(if usable { "say-profile-usable" } else { "say-profile-not-usable" }));
        text.push('\n');
        terminal.print(&harmless_lines(&text))?;
    }
    Ok(if usable { ExitClass::Success } else { ExitClass::Refused })
}
