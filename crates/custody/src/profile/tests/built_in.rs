//! What the built-in profiles ask.

use std::collections::BTreeSet;

use crate::event::EventType;
use crate::profile::{CORE_SEAL_FIELDS, Checked, Profile, Severity};
use crate::text::Text;

#[test]
fn built_in_profiles_can_be_used_and_have_words_for_every_question() {
    for name in Profile::embedded_names() {
        let text = Profile::embedded_text(name).expect("its text");
        let worst = Profile::lint(text).into_iter().map(|finding| finding.severity).max();
        assert!(worst <= Some(Severity::Note), "{name}: {:?}", Profile::lint(text));
        let profile = Profile::embedded(name).expect("a profile");
        assert_eq!(profile.name.as_str(), name);
        for field in profile.required_in_seal().into_iter().chain(profile.seal.asked.iter().map(Text::as_str)) {
            let label = profile.seal_label(field).unwrap_or_else(|| panic!("{name}: {field}"));
            assert!(label.words.ru.is_some() && label.words.kk.is_some(), "{name}: {field}");
        }
    }
}

#[test]
fn generic_requires_what_the_core_requires_and_no_more() {
    let generic = Profile::embedded("generic").expect("built in");
    assert_eq!(generic.required_in_seal(), CORE_SEAL_FIELDS);
    assert!(generic.events.is_empty() && generic.cosigners.at_least == 0 && generic.roles.is_empty());
}

#[test]
fn kz_claims_no_check_that_nobody_made_and_has_the_five_headings() {
    let kz = Profile::embedded("kz").expect("built in");
    assert!(kz.sources.iter().all(|source| source.checked == Checked::NotChecked));
    let headings: Vec<_> = kz.headings.iter().map(|heading| heading.title.en.as_str()).collect();
    assert_eq!(headings, ["seizure", "accounting", "storage", "transfer", "destruction"]);
    let steps: BTreeSet<&str> = kz.headings.iter().flat_map(|heading| heading.steps.iter().map(Text::as_str)).collect();
    assert!(EventType::ALL.iter().all(|event| steps.contains(event.name())), "every step stands below a heading");
    assert!(kz.required_in_seal().contains(&"legal_basis.number") && kz.cosigners.at_least == 1);
    assert!(kz.required_in_event("store").contains(&"storage.location"));
    assert!(kz.required_in_event("release").contains(&"order.number"));
}
