//! `sealbag profile list`, `show` and `lint`.

mod form;
mod json;

use std::fmt::{Display, Write};
use std::path::PathBuf;

use clap::{Args, Subcommand};
use sealbag_custody::profile::{Checked, LintFinding, Profile as Data, Severity};
use sealbag_report::Language;

use crate::diagnose::CliError;
use crate::exit::ExitClass;
use crate::profiles::{self, said};
use crate::terminal::{Terminal, harmless_lines, shown};
use crate::words::Words;
use json::{Linted, LintedLine, Listed, Summary};

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
        terminal.print(&harmless_lines(&form::empty(&profile, terminal.words())))?;
    } else if show.json {
        terminal.print_json(&json::shown(&profile))?;
    } else {
        terminal.print(&harmless_lines(&as_text(&profile, terminal.words())))?;
    }
    Ok(ExitClass::Success)
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
