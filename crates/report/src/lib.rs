//! What a verification found, for people: the words in three languages, and a report that a court can read.
//!
//! Pure: values in, bytes out. The bag is read through its store, the time comes in as a value, and what is written goes to a
//! writer. The words and the HTML page need nothing that a browser has not.
//!
//! ```
//! use sealbag_report::{Catalogue, Language};
//! use sealbag::verdict::Outcome;
//!
//! let words = Catalogue::new(Language::Kazakh);
//! assert_eq!(words.outcome(Outcome::Confirmed), "ТҰТАСТЫҒЫ РАСТАЛДЫ");
//! ```

mod catalogue;
mod compose;
mod damage;
mod document;
mod facts;
mod html;
mod label;
mod language;
mod moment;
#[cfg(feature = "pdf")]
mod pdf;
mod picture;
mod report;
mod rows;
mod values;
mod words;

pub use catalogue::{Catalogue, faults};
pub use compose::{Form, Making, UnknownForm};
pub use damage::{Digits, legend as damage_legend, lines as damage_lines};
pub use facts::{Facts, GatherError};
pub use label::Label;
pub use language::{Language, UnknownLanguage};
pub use moment::{groups_of_eight, number};
pub use report::{JSON_NAME, Report, ReportError};
pub use rows::RowsError;
pub use words::check_name;
