//! One writer before one bag: the log as it is, what the event states, what is missing, who signs.

use std::path::Path;

use sealbag::append::{self, Appended, Checked, LogView, Moment, OnViolation, Request, Stamp, Verification};
use sealbag::seal::Surroundings;
use sealbag::verify::Anchors;
use sealbag_custody::event::{Actor, EventForm, EventRecord, EventType, Heading};
use sealbag_custody::profile::Profile;
use sealbag_custody::scalar::UtcTime;
use sealbag_custody::text::Text;
use sealbag_manifest::source::Source;

use super::args::{EventArgs, not_blank};
use super::kinds::ToArgs;
use super::{CustodyUsageError, person, required};
use crate::diagnose::CliError;
use crate::keys::{self, SignerKey};
use crate::profiles;
use crate::progress::Progress;
use crate::prompt::Prompt;
use crate::terminal::{Terminal, harmless, is_blank, record_text};
use crate::words::Sentence;

/// Clocks of two machines may differ by so much, in seconds.
const CLOCK_TOLERANCE: i64 = 300;

/// A writer before a bag.
pub(crate) struct Desk<'a> {
    pub(crate) args: &'a EventArgs,
    pub(crate) terminal: &'a Terminal,
    pub(crate) anchors: Anchors,
    pub(crate) view: LogView,
    pub(crate) source: Option<Source>,
    pub(crate) prompt: Option<Prompt>,
}

/// Who signs.
pub(crate) struct Signing {
    pub(crate) key: SignerKey,
    pub(crate) actor: Actor,
}

/// The first letter of a question.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The clock of this machine, to the second.
pub(crate) fn now() -> UtcTime {
    UtcTime::from_unix_seconds(chrono::Utc::now().timestamp()).expect("the clock shows a year from 1 to 9999")
}

impl<'a> Desk<'a> {
    /// Reads the log, with the anchors given or configured.
    pub(crate) fn open(args: &'a EventArgs, terminal: &'a Terminal) -> Result<Self, CliError> {
        crate::bag::refuse_packed(&args.bag)?;
        let anchors = args.anchors.open_or_configured()?;
        let source = match args.data.as_slice() {
            [] => None,
            paths => Some(Source::open(paths).map_err(|error| CliError::failed(&error))?),
        };
        let view = append::view(&args.bag, &anchors).map_err(|error| CliError::from(error).at(&args.bag))?;
        if let Some(time) = args.time
            && time.unix_seconds() > now().unix_seconds() + CLOCK_TOLERANCE
        {
            return Err(CustodyUsageError::Future { time }.into());
        }
        let prompt = Prompt::open().filter(|_| !args.json);
        Ok(Self { args, terminal, anchors, view, source, prompt })
    }

    /// States the other side.
    pub(crate) fn state_recipient(&self, to: &ToArgs, kind: EventType, form: &mut EventForm) -> Result<(), CliError> {
        let asked;
        let given = match (&to.to, &self.prompt) {
            (None, Some(prompt)) if kind.is_release() && !form.states("to.key") => {
                asked = prompt.line(&self.terminal.words().text("say-ask-to"), None)?;
                Some(&asked)
            }
            (given, _) => given.as_ref(),
        };
        if let Some(given) = given {
            match person::find(not_blank("--to", given)?, &self.view, now()) {
                Ok(known) => {
                    form.set("to.key", &known.key.to_line());
                    let stated = [("to.name", known.name), ("to.role", known.role)];
                    let body = [("to.organisation", known.organisation)];
                    for (field, value) in stated.into_iter().chain(body) {
                        if let Some(value) = value {
                            form.set(field, &value);
                        }
                    }
                    if kind.is_release() && !known.is_listed && !self.view.rosters.is_empty() {
                        self.terminal.say(&self.terminal.words().text("say-recipient-unlisted"));
                    }
                }
                // Parts are shown, and an exhibit is returned, to people without a key too.
                Err(_) if !kind.is_release() => form.set("to.name", given),
                Err(error) => return Err(error),
            }
        }
        let stated = [
            ("--to-name", "to.name", &to.to_name),
            ("--to-role", "to.role", &to.to_role),
            ("--to-organisation", "to.organisation", &to.to_organisation),
        ];
        for (flag, field, value) in stated {
            super::args::set(form, flag, field, value.as_deref())?;
        }
        Ok(())
    }

    /// Asks for what is missing, or names all of it at once.
    pub(crate) fn complete(&self, form: &mut EventForm, kind: EventType) -> Result<(), CliError> {
        let profile = self.profile()?;
        let missing = required::missing(form, kind, &profile, self.terminal.words());
        let Some(prompt) = &self.prompt else {
            let key = self.args.key.source()?.is_none().then(keys::missing_key);
            let needs_form = missing.iter().any(|one| one.stands_in_a_form);
            let lines: Vec<_> = missing.into_iter().map(|one| one.line).chain(key).collect();
            if lines.is_empty() {
                return Ok(());
            }
            return Err(CustodyUsageError::Missing { missing: lines, needs_form }.into());
        };
        for one in missing {
            self.ask(prompt, form, kind, &one)?;
        }
        Ok(())
    }

    fn ask(
        &self,
        prompt: &Prompt,
        form: &mut EventForm,
        kind: EventType,
        one: &required::Missing,
    ) -> Result<(), CliError> {
        let help = one.help.as_ref().map(|help| format!(" ({help})")).unwrap_or_default();
        loop {
            let answer = prompt.line(&format!("{}{help}", capital(&one.words)), None)?;
            if is_blank(&answer) {
                self.terminal.say(&self.terminal.words().text("say-answer-blank"));
                continue;
            }
            let mut filled = form.clone();
            let takes_several = matches!(one.field.as_str(), "remarks" | "conditions" | "package.photos");
            if takes_several {
                filled.push(&one.field, &answer)
            } else {
                filled.set(&one.field, &answer)
            }
            // A list entry may still lack its name; what is judged here is this answer.
            match filled.event(self.heading(kind, self.any_actor())) {
                Err(error) if error.to_string().contains(&one.field) => {
                    let words = self.terminal.words();
                    let why = harmless(&words.sentence(&Sentence::of(&error)));
                    self.terminal.say(&words.with("say-answer-again", &[("error", &why)]));
                }
                _ => {
                    *form = filled;
                    return Ok(());
                }
            }
        }
    }

    /// The profile given, else the one that the seal names, if this program has it.
    fn profile(&self) -> Result<Profile, CliError> {
        if let Some(given) = &self.args.profile {
            return Ok(profiles::load(given)?.0);
        }
        let seal = &self.view.seal;
        let known = Profile::embedded(seal.profile.as_str());
        let is_same = |profile: &Profile| seal.profile_sha256.is_none_or(|digest| digest == profile.sha256());
        match known.filter(is_same) {
            Some(profile) => Ok(profile),
            None => {
                let name = record_text(&seal.profile);
                self.terminal.note(&self.terminal.words().with("say-profile-unknown", &[("name", &name)]));
                Ok(Profile::embedded("generic").expect("the generic profile is built in"))
            }
        }
    }

    /// Opens the key; says who acts with it.
    pub(crate) fn sign_on(&self) -> Result<Signing, CliError> {
        let key = self.args.key.open(self.terminal)?;
        let comment = key.name.as_ref().map(|name| name.as_str().to_owned()).unwrap_or_default();
        let known = person::by_key(key.public_key().clone(), comment, &self.view);
        if !known.is_listed && !self.view.rosters.is_empty() {
            self.terminal.say(&self.terminal.words().text("say-signer-unlisted"));
        }
        let text = |flag: &'static str, value: String| -> Result<Text, CustodyUsageError> {
            not_blank(flag, &value)?;
            Text::new(value).map_err(|source| CustodyUsageError::Value { flag, source })
        };
        let asked;
        let name = match (&self.args.signer_name, known.name, &self.prompt) {
            (Some(name), ..) => name.clone(),
            (None, Some(name), _) => name,
            (None, None, Some(prompt)) => {
                asked = prompt.line(&self.terminal.words().text("say-ask-your-name"), None)?;
                asked
            }
            (None, None, None) => {
                let missing = vec!["the name of the one who signs (--signer-name NAME)".to_owned()];
                return Err(CustodyUsageError::Missing { missing, needs_form: false }.into());
            }
        };
        let role = self.args.role.clone().or(known.role).map(|role| text("--role", role)).transpose()?;
        let actor = Actor { name: text("--signer-name", name)?, key: key.public_key().clone(), role, capacity: None };
        Ok(Signing { key, actor })
    }

    /// The event that form, flags and answers make.
    pub(crate) fn event(&self, form: &EventForm, kind: EventType, actor: &Actor) -> Result<EventRecord, CliError> {
        let mut event =
            form.event(self.heading(kind, actor.clone())).map_err(|source| CustodyUsageError::Fields { source })?;
        event.roster = self.view.roster_reference(&actor.key);
        Ok(event)
    }

    fn heading(&self, kind: EventType, actor: Actor) -> Heading {
        let time = self.args.time.unwrap_or_else(now);
        Heading { bag: self.view.seal.bag, seal: self.view.seal_hash, kind, time, actor }
    }

    /// Somebody who is well-formed, while it is not yet known who signs.
    fn any_actor(&self) -> Actor {
        let signer = &self.view.seal.signer;
        Actor { name: signer.name.clone(), key: signer.key.clone(), role: None, capacity: None }
    }

    /// What goes into the library.
    pub(crate) fn request(&'a self, event: EventRecord, tokens: Vec<Stamp>, checked: Option<Checked>) -> Request<'a> {
        Request {
            bag: &self.args.bag,
            event,
            moment: if self.args.time.is_some() { Moment::Stated } else { Moment::Signing },
            anchors: &self.anchors,
            source: self.source.as_ref(),
            verification: match checked {
                Some(checked) => Verification::Done(Box::new(checked)),
                None if self.args.verified => Verification::Always,
                None => Verification::IfNeeded,
            },
            on_violation: if self.args.despite_violation { OnViolation::Record } else { OnViolation::Refuse },
            tokens,
            wait: append::DEFAULT_WAIT,
        }
    }

    /// Says early whether the event would be refused.
    pub(crate) fn preflight(&self, event: &EventRecord, signing: &Signing) -> Result<(), CliError> {
        let progress = Progress::new(self.terminal);
        let say = |text: &str| progress.say(text);
        let signer = signing.key.telling(&say);
        let surroundings = Surroundings { signer: &signer, now: &now, progress: &progress };
        let request = self.request(event.clone(), Vec::new(), None);
        append::preflight(&request, &surroundings).map_err(|error| CliError::from(error).at(&self.args.bag))
    }

    /// Something from outside the bag says who sealed it, or the user said that nothing does.
    pub(crate) fn require_anchor(&self, unanchored: bool) -> Result<(), CustodyUsageError> {
        if self.anchors.is_empty() && !unanchored { Err(CustodyUsageError::NoAnchor) } else { Ok(()) }
    }

    /// Verifies the whole bag.
    pub(crate) fn check(&self) -> Result<Checked, CliError> {
        let progress = Progress::new(self.terminal);
        let checked = append::check(&self.args.bag, &self.anchors, self.source.as_ref(), &progress);
        progress.finish();
        checked.map_err(|error| CliError::from(error).at(&self.args.bag))
    }

    /// Appends.
    pub(crate) fn append(
        &self,
        event: EventRecord,
        signing: &Signing,
        tokens: Vec<Stamp>,
        checked: Option<Checked>,
    ) -> Result<Appended, CliError> {
        let progress = Progress::new(self.terminal);
        let say = |text: &str| progress.say(text);
        let signer = signing.key.telling(&say);
        let surroundings = Surroundings { signer: &signer, now: &now, progress: &progress };
        let appended = append::append(&self.request(event, tokens, checked), &surroundings);
        progress.finish();
        appended.map_err(|error| super::keep_page(error, &self.args.bag))
    }

    /// The bag's folder.
    pub(crate) fn bag(&self) -> &Path {
        &self.args.bag
    }
}
