use super::*;
use crate::event::Actor;
use crate::public_key::PublicKey;

fn heading() -> Heading {
    let key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c";
    let (key, _) = PublicKey::from_line(key).expect("a key");
    let text = |text: &str| Text::new(text).expect("plain text");
    Heading {
        bag: "00112233445566778899aabbccddeeff".parse().expect("a bag"),
        seal: Sha256Digest([7; 32]),
        kind: EventType::Release,
        time: "2026-10-01T08:00:00Z".parse().expect("a time"),
        actor: Actor { name: text("A \"B\" \\ C"), key, role: Some(text("investigator")), capacity: None },
    }
}

#[test]
fn flags_go_over_the_form_and_lists_grow() {
    let mut form = EventForm::parse(
        "# a form\nremarks = [\"one\"]\n[order]\nnumber = \"1\"\ndate = \"2026-10-01\"\n[[present]]\nname = \"X\"\n",
    )
    .expect("a form");
    form.set("purpose", "examination \"now\"");
    form.set("order.number", "2");
    form.push("remarks", "two");
    form.add("present", &[("name", Some("Y")), ("role", None)]);
    form.set("change.what", "the data");
    let event = form.event(heading()).expect("an event");
    assert_eq!(event.purpose.as_str(), "examination \"now\"");
    let order = event.order.expect("an order");
    assert_eq!(order.number.as_deref(), Some("2"));
    assert_eq!(order.date.map(|date| date.to_string()).as_deref(), Some("2026-10-01"));
    assert_eq!(event.remarks.iter().map(|text| text.as_str()).collect::<Vec<_>>(), ["one", "two"]);
    assert_eq!(event.present.len(), 2);
    assert_eq!(event.change.len(), 1);
    assert_eq!(event.actor, heading().actor);
}

#[test]
fn a_value_of_the_wrong_form_is_named_by_its_field() {
    for (field, value) in [("order.date", "tomorrow"), ("purpose", ""), ("purpose", "a\u{1b}b"), ("no.such", "x")] {
        let mut form = EventForm::default();
        form.set("purpose", "p");
        form.set(field, value);
        let error = form.event(heading()).expect_err("a refusal").to_string();
        let name = if field == "no.such" { "no" } else { field };
        assert!(error.contains(name), "{error}");
        assert!(!error.starts_with("line "), "{error}");
    }
}

#[test]
fn a_form_cannot_state_what_the_program_fills_in() {
    for field in ["bag = \"x\"", "index = 1", "[actor]\nname = \"x\"", "[verified]\noutcome = \"confirmed\""] {
        assert!(matches!(EventForm::parse(field), Err(RecordError::Contradiction { .. })), "{field}");
    }
}

#[test]
fn a_list_states_a_field_only_if_every_entry_does() {
    let mut form = EventForm::default();
    assert!(!form.states("present.role"));
    form.add("present", &[("name", Some("X")), ("role", Some("witness"))]);
    assert!(form.states("present.role"));
    form.add("present", &[("name", Some("Y"))]);
    assert!(form.states("present.name") && !form.states("present.role"));
    form.set("condition", "  ");
    assert!(!form.states("condition"));
}

#[test]
fn a_form_may_be_as_long_as_a_record_and_no_longer() {
    let limit = record::MAX_RECORD_LEN;
    assert_eq!(EventForm::parse(&"#".repeat(limit)), Ok(EventForm::default()));
    assert_eq!(EventForm::parse(&"#".repeat(limit + 1)), Err(RecordError::TooLarge { size: limit + 1, limit }));
}

#[test]
fn a_field_is_named_in_a_list_and_by_a_key_that_needs_quotes() {
    let refused = |field: &str| {
        let mut form = EventForm::default();
        form.set("purpose", "p");
        form.set(field, "");
        form.event(heading()).expect_err("a refusal").to_string()
    };
    assert!(refused("present.name").starts_with("present.name: an empty string"), "{}", refused("present.name"));
    for field in ["details.a b", "details.", "details.a.b"] {
        assert!(refused(field).contains("the key of a free field"), "{field}: {}", refused(field));
    }
    let mut form = EventForm::default();
    form.set("purpose", "p");
    form.set("details.a_b-c", "x");
    assert!(form.event(heading()).expect_err("a refusal").to_string().contains("the key of a free field"));
    form = EventForm::default();
    form.set("order.number", "1");
    form.push("remarks", "one");
    assert!(
        form.states("remarks")
            && form.states("order.number")
            && !form.states("order.date")
            && !form.states("storage.location")
    );
}
