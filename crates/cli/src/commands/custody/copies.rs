//! The events that bring forth a bag: `copy` and `reseal`, and those that enter a bag that is there already.

use std::path::{Path, PathBuf};

use sealbag::copy::{CopyRequest, copy};
use sealbag::previous::{self, PreviousLog};
use sealbag::seal::{self, OnUnreadable, RosterFile, SealError, Sealed, Surroundings};
use sealbag::verdict::Outcome;
use sealbag::verify::{self, Anchors, Depth, Options};
use sealbag_custody::event::{EventForm, EventRecord, EventType, Output};
use sealbag_custody::log_page::SealPage;
use sealbag_custody::page::MAX_PAGE_LEN;
use sealbag_custody::public_key::PublicKey;
use sealbag_custody::roster::VerifiedRoster;
use sealbag_custody::seal_record::{Payload, Relation, Reread, SignerIdentity};
use sealbag_custody::statement::Statement;
use sealbag_custody::text::Text;
use sealbag_manifest::digest::Sha256Digest;
use sealbag_manifest::hash::ExtraAlgorithms;
use sealbag_manifest::layout::{ROSTER, SEAL};
use sealbag_manifest::store::{BagStore, DirectoryStore};

use super::CustodyUsageError;
use super::args::not_blank;
use super::desk::{Desk, Signing, now};
use super::kinds::{MakeCopy, Redact, Reseal};
use super::report::{self, Beside, OutputShown};
use crate::act;
use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::progress::Progress;
use crate::terminal::{Terminal, harmless, quoted, shown};
use crate::words::Sentence;

/// What a new bag is to be, or the one that is there already.
struct Plan<'a> {
    kind: EventType,
    relation: Relation,
    /// The event that it answers.
    reference: Option<Sha256Digest>,
    record: Option<&'a Path>,
    out: Option<&'a Path>,
    source: Option<&'a Path>,
    exhibit: Option<&'a str>,
    purpose: Option<&'static str>,
}

/// `sealbag custody copy`.
pub(super) fn make_copy(command: &MakeCopy, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let desk = Desk::open(&command.common, terminal)?;
    let plan = Plan {
        kind: EventType::Copy,
        relation: Relation::Copy,
        reference: None,
        record: command.record.as_deref(),
        out: command.out.as_deref(),
        source: None,
        exhibit: command.exhibit.as_deref(),
        purpose: None,
    };
    run(&desk, &plan)
}

/// `sealbag custody redact`: enters a redacted bag that is there.
pub(super) fn redact(command: &Redact, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let desk = Desk::open(&command.common, terminal)?;
    let plan = Plan {
        kind: EventType::Redact,
        relation: Relation::Redaction,
        reference: None,
        record: Some(&command.record),
        out: None,
        source: None,
        exhibit: None,
        purpose: None,
    };
    run(&desk, &plan)
}

/// `sealbag custody reseal`.
pub(super) fn reseal(command: &Reseal, terminal: &Terminal) -> Result<ExitClass, CliError> {
    let desk = Desk::open(&command.common, terminal)?;
    let plan = Plan {
        kind: EventType::Reseal,
        relation: Relation::Reseal,
        // Not opened: the rules will say so.
        reference: Some(super::steps::start_of(&desk.view).unwrap_or(desk.view.seal_hash)),
        record: command.record.as_deref(),
        out: command.out.as_deref(),
        source: command.source.as_deref(),
        exhibit: command.exhibit.as_deref(),
        purpose: Some("say-purpose-sealing-again"),
    };
    run(&desk, &plan)
}

fn run(desk: &Desk<'_>, plan: &Plan<'_>) -> Result<ExitClass, CliError> {
    let mut form = desk.args.fields()?;
    if !form.states("purpose")
        && let Some(purpose) = plan.purpose
    {
        form.set("purpose", &desk.terminal.words().text(purpose));
    }
    if plan.record.is_none() && !form.states("tool.name") {
        let tool = act::this_program();
        form.add("tool", &[("name", Some(tool.name.as_str())), ("version", tool.version.as_deref())]);
    }
    desk.complete(&mut form, plan.kind)?;
    let signing = desk.sign_on()?;
    let mut event = desk.event(&form, plan.kind, &signing.actor)?;
    event.reference = plan.reference;
    let made = match plan.record {
        Some(bag) => Made::read(bag, desk, plan, &signing.actor.key)?,
        None => {
            // Whatever would refuse the event is said before a new bag is made.
            event.output = vec![output_as_if_made(desk, plan)];
            desk.preflight(&event, &signing)?;
            if let Some(breach) = desk.view.breach_of_further_seal(&signing.actor.key, plan.relation, now()) {
                return Err(CustodyUsageError::FurtherSeal { breach }.into());
            }
            make(desk, plan, &form, &signing)?
        }
    };
    let shown_output = OutputShown { bag: shown(&made.bag), seal: made.seal.to_hex() };
    event.output = vec![made.output];
    let appended = match desk.append(event, &signing, Vec::new(), made.checked) {
        Ok(appended) => appended,
        Err(error) if plan.record.is_none() => return Err(error.with_new_bag(&again(desk, plan, &made.bag))),
        Err(error) => return Err(error),
    };
    let beside = Beside { receipt: false, output: Some(shown_output) };
    report::tell(desk.bag(), &desk.view, &appended, beside, desk.args.json, desk.terminal)
}

/// A bag that follows from the one at hand.
struct Made {
    bag: PathBuf,
    seal: Sha256Digest,
    output: Output,
    checked: Option<sealbag::append::Checked>,
}

impl Made {
    /// A bag that is there already: it was sealed by whoever enters it, names this bag and the right relation, has the same
    /// list if it is a copy, and nothing in it was changed since.
    fn read(bag: &Path, desk: &Desk<'_>, plan: &Plan<'_>, key: &PublicKey) -> Result<Self, CliError> {
        let unfit = |why| CliError::from(CustodyUsageError::NotFrom { why }).at(bag);
        let failed = |error: &dyn std::error::Error| CliError::failed(error).at(bag);
        let store = DirectoryStore::open(bag).map_err(|error| failed(&error))?;
        let bytes = store.read_whole(SEAL, MAX_PAGE_LEN as u64).map_err(|error| failed(&error))?;
        let page = SealPage::read(&bytes).map_err(|_| unfit("its seal does not hold"))?;
        let previous = page.record().previous.as_ref().ok_or_else(|| unfit("its seal names no bag before it"))?;
        if previous.seal != desk.view.seal_hash {
            return Err(unfit("its seal names another bag before it"));
        }
        if previous.relation != plan.relation {
            return Err(unfit("its seal names another relation"));
        }
        if desk.view.index_of(previous.head).is_none() {
            return Err(unfit("it was made from another branch of the log"));
        }
        if page.record().signer.key != *key {
            return Err(unfit("it was sealed by another key than the one that enters it"));
        }
        if plan.relation == Relation::Copy && page.record().tree.root != desk.view.seal.tree.root {
            return Err(unfit("it is a copy of other data"));
        }
        let anchors = Anchors { signers: vec![key.clone()], ..Anchors::default() };
        let progress = Progress::new(desk.terminal);
        let options = Options { anchors: &anchors, depth: Depth::Full, source: None, progress: &progress };
        let verdict = verify::verify(&store, &options);
        progress.finish();
        if verdict.outcome() == Outcome::Violated {
            return Err(unfit("it is not as it was sealed; `sealbag verify` says what was changed"));
        }
        let output = output(plan.relation, page.record().bag, page.hash());
        Ok(Self { bag: bag.to_owned(), seal: page.hash(), output, checked: None })
    }
}

fn output(relation: Relation, bag: sealbag_custody::scalar::BagId, seal: Sha256Digest) -> Output {
    Output { relation: Some(relation), bag: Some(bag), seal: Some(seal), ..Output::default() }
}

fn output_as_if_made(desk: &Desk<'_>, plan: &Plan<'_>) -> Output {
    output(plan.relation, desk.view.seal.bag, desk.view.seal_hash)
}

/// Verifies the source, then makes the bag.
fn make(desk: &Desk<'_>, plan: &Plan<'_>, form: &EventForm, signing: &Signing) -> Result<Made, CliError> {
    let checked = desk.check()?;
    let is_violated = checked.verdict().outcome() == Outcome::Violated;
    if is_violated && !desk.args.despite_violation {
        let error = sealbag::append::AppendError::Violated { kind: plan.kind, findings: checked.violations() };
        return Err(CliError::from(error).at(desk.bag()));
    }
    let out = plan.out.ok_or_else(|| CustodyUsageError::missing("the bag to make (--out BAG)"))?;
    let store = DirectoryStore::open(desk.bag()).map_err(|error| CliError::failed(&error).at(desk.bag()))?;
    let previous = previous::gather(&store, plan.relation).map_err(|error| CliError::from(error).at(desk.bag()))?;
    let sealed = seal_new(desk, plan, form, signing, previous, out)?;
    let output = output(plan.relation, sealed.record.bag, sealed.hash);
    if let Err(error) = act::Act::of(&sealed, desk.terminal.words()).write_beside(&sealed.bag) {
        let words = desk.terminal.words();
        let why = harmless(&words.sentence(&Sentence::of(&error)));
        desk.terminal.say(&words.with("say-act-not-written", &[("error", &why)]));
    }
    Ok(Made { bag: sealed.bag, seal: sealed.hash, output, checked: Some(checked) })
}

fn seal_new(
    desk: &Desk<'_>,
    plan: &Plan<'_>,
    form: &EventForm,
    signing: &Signing,
    previous: PreviousLog,
    out: &Path,
) -> Result<Sealed, CliError> {
    let statement = statement(desk, plan, form, signing)?;
    let seal = &desk.view.seal;
    let profile = (seal.profile.clone(), seal.profile_sha256);
    let actor = &signing.actor;
    let signer = SignerIdentity {
        name: actor.name.clone(),
        key: actor.key.clone(),
        role: actor.role.clone(),
        capacity: actor.capacity.clone(),
    };
    let roster = roster_file(desk, signing);
    let progress = Progress::new(desk.terminal);
    let say = |text: &str| progress.say(text);
    let signer_key = signing.key.telling(&say);
    let surroundings = Surroundings { signer: &signer_key, now: &now, progress: &progress };
    // `A2.bag/`, as a shell completes it, is `A2.bag`.
    let bag: PathBuf = out.components().collect();
    let sealed = match plan.source {
        None => {
            let request = CopyRequest {
                source: desk.bag(),
                bag,
                statement,
                signer,
                previous,
                roster,
                cosigners: Vec::new(),
                profile,
            };
            copy(&request, &surroundings).map_err(CliError::from)
        }
        Some(source) => {
            let request = seal::Request {
                sources: vec![source.to_owned()],
                bag,
                statement,
                signer,
                payload: Payload::Copy,
                extra: ExtraAlgorithms::default(),
                reread: Reread::Done,
                unreadable: OnUnreadable::Stop,
                previous: Some(previous),
                roster,
                cosigners: Vec::new(),
                profile,
            };
            seal::seal(&request, None, &surroundings).map_err(|error: SealError| error.into())
        }
    };
    progress.finish();
    sealed
}

/// What the new seal states: the old one's case and exhibit, under the new number, and how it came about.
fn statement(desk: &Desk<'_>, plan: &Plan<'_>, form: &EventForm, signing: &Signing) -> Result<Statement, CliError> {
    let mut statement = desk.view.seal.statement.clone();
    let before = statement.exhibit.number.clone();
    if let Some(number) = plan.exhibit {
        let number = not_blank("--exhibit", number)?;
        let number = Text::new(number).map_err(|source| CustodyUsageError::Value { flag: "--exhibit", source })?;
        statement.exhibit.number = Some(number);
    }
    if plan.relation == Relation::Copy {
        let root = statement.exhibit.root_number.take().or(before);
        statement.exhibit.root_number = root.filter(|root| Some(root) != statement.exhibit.number.as_ref());
    }
    let event: EventRecord = desk.event(form, plan.kind, &signing.actor)?;
    statement.acquisition.started = None;
    statement.acquisition.ended = None;
    statement.acquisition.operator = Some(signing.actor.name.clone());
    statement.tool = event.tool;
    statement.present = event.present;
    statement.refusal = Vec::new();
    Ok(statement)
}

/// The roster that the actor uses, for the new bag.
fn roster_file(desk: &Desk<'_>, signing: &Signing) -> Option<RosterFile> {
    let reference = desk.view.roster_reference(&signing.actor.key)?;
    let in_bag = || {
        let store = DirectoryStore::open(desk.bag()).ok()?;
        store.read_whole(ROSTER, VerifiedRoster::MAX_FILE_LEN as u64).ok()
    };
    let is_it = |bytes: &Vec<u8>| {
        let rosters = VerifiedRoster::read_file(bytes).unwrap_or_default();
        rosters.iter().any(|roster| roster.sha256() == reference.sha256)
    };
    let bytes = desk.anchors.rosters.iter().find(|bytes| is_it(bytes)).cloned().or_else(|| in_bag().filter(is_it))?;
    Some(RosterFile { bytes, reference })
}

/// The command that enters the new bag later.
fn again(desk: &Desk<'_>, plan: &Plan<'_>, made: &Path) -> String {
    format!("sealbag custody {} {} --record {}", plan.kind, quoted(desk.bag()), quoted(made))
}
