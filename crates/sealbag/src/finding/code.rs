//! The codes: names that stay, how much each weighs, a sentence.

use serde::{Serialize, Serializer};

use super::Severity;

macro_rules! codes {
    ($($variant:ident = $code:literal, $severity:ident, $sentence:literal;)*) => {
        /// The stable name of a kind of finding.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = $sentence] $variant,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Code] = &[$(Code::$variant),*];

            /// The name, such as `file.changed`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $code,)* }
            }

            /// The code of that name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($code => Some(Self::$variant),)* _ => None }
            }

            /// How much it weighs.
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)* }
            }

            /// One sentence for a reader.
            pub fn sentence(self) -> &'static str {
                match self { $(Self::$variant => $sentence,)* }
            }
        }
    };
}

codes! {
    NothingToCheck = "bag.nothing_to_check", Undetermined, "There is no bag here.";
    BagUnreadable = "bag.unreadable", Undetermined, "A part of the bag cannot be read now.";
    ChangedWhileRead = "bag.changed_while_read", Undetermined, "The bag changed while it was verified.";
    PackedMalformed = "packed.malformed", Undetermined, "The file is no packed bag: it breaks a rule of that form. Nothing in it was judged.";
    OrdinaryArchive = "packed.ordinary_archive", Undetermined, "The file is an ordinary archive, which is not verified as one file: unpack it first.";
    BagNotRegular = "bag.not_regular", Violation, "A link or a special file lies where the bag has regular files only.";
    Unlisted = "bag.unlisted", Violation, "A file in the bag is not sealed and not expected.";
    Stray = "bag.stray", Remark, "A file that a system left behind lies in the bag; it is no part of it.";
    EmptyDirectory = "bag.empty_directory", Remark, "An empty directory lies in the bag; it is no part of it.";
    NotSeen = "bag.not_seen", Remark, "Not everything that may lie in the bag could be seen here.";
    SignatureMissing = "signature.missing", Violation, "The signature is missing.";
    SignatureMalformed = "signature.malformed", Violation, "The signature is not in its one form.";
    SignatureUnsupported = "signature.unsupported", Undetermined, "The algorithm of the signature is not supported.";
    WeakKey = "signature.weak_key", Violation, "The signature was made with a key under which anybody can sign.";
    WrongNamespace = "signature.wrong_namespace", Violation, "The signature was made for another purpose.";
    NoUserPresence = "signature.no_user_presence", Violation, "The hardware key signed without a touch.";
    SignatureInvalid = "signature.invalid", Violation, "The signature is not valid.";
    UnknownFormat = "seal.unknown_format", Undetermined, "The format version is not supported.";
    SealMalformed = "seal.malformed", Violation, "The seal record breaks a rule of its format.";
    SignerMismatch = "seal.signer_mismatch", Violation, "The seal record names another key than the one that signed it.";
    UnreadCopy = "seal.unread_copy", Remark, "What was written was not read back before it was sealed.";
    NoAnchor = "anchor.none", Undetermined, "Nothing from outside the bag was given; anyone could have made it.";
    SignerUnknown = "anchor.signer_unknown", Undetermined, "The signer is in no roster that was brought and is none of the keys given.";
    SealHashMismatch = "anchor.seal_hash_mismatch", Violation, "The seal hash given is that of another seal.";
    SignerKey = "anchor.signer_key", Remark, "No trusted roster of keys was given: the verdict names the key, not a person.";
    SealHash = "anchor.seal_hash", Remark, "The seal hash given matches; no trusted roster of keys was given.";
    Receipt = "anchor.receipt", Remark, "The receipt given matches; no trusted roster of keys was given.";
    ReceiptMalformed = "anchor.receipt_malformed", Undetermined, "What was given as a receipt is none.";
    ReceiptMismatch = "anchor.receipt_mismatch", Violation, "The log is not the one of the receipt given.";
    ReceiptAhead = "anchor.receipt_ahead", Violation, "The log ends before the event that the receipt has: its tail is missing.";
    PreviousAnchor = "anchor.previous", Remark, "What was given vouches for the bag that this one was copied from.";
    PreviousOnly = "anchor.previous_only", Undetermined, "What was given vouches for the bag before, not for this one.";
    RosterMissing = "roster.missing", Undetermined, "An authority was named, and there is no roster of it.";
    RosterMalformed = "roster.malformed", Undetermined, "A roster breaks a rule of its format, or its signature does not hold.";
    RosterUnfinished = "roster.unfinished", Undetermined, "A roster is signed by fewer keys of its authority than must sign it.";
    RosterUnknownAuthority = "roster.unknown_authority", Undetermined, "A roster was given whose authority was not.";
    RosterPartialAnchor = "roster.partial_anchor", Undetermined, "What was given of an authority is not all its keys with their threshold.";
    RosterKeysExchanged = "roster.keys_exchanged", Remark, "The authority's keys were exchanged since those that were given.";
    RosterFromBag = "roster.from_bag", Remark, "The roster came from the bag: later versions may say otherwise.";
    RosterRolledBack = "roster.rolled_back", Undetermined, "There is a later version of the roster than the one that was brought.";
    RosterConflict = "roster.conflict", Undetermined, "An authority said two things that cannot both be: two rosters, or a roster and what an event names.";
    RecognitionMalformed = "recognition.malformed", Undetermined, "A recognition breaks a rule of its format, or its signatures do not hold or are too few.";
    RecognitionUnknownAuthority = "recognition.unknown_authority", Undetermined, "A recognition was given that is by none of the authorities given, with the keys they have now.";
    RecognitionConflict = "recognition.conflict", Undetermined, "An authority recognises another in two ways with one number.";
    RecognitionRolledBack = "recognition.rolled_back", Undetermined, "There is a later version of a recognition than the one that was brought.";
    RecognitionNotCovered = "recognition.not_covered", Undetermined, "The recognition by which the key counts does not cover this: another time, or another role.";
    RecognitionUsed = "recognition.used", Remark, "The key counts because one authority recognises another, for a purpose and a time.";
    TagManifestMissing = "tagmanifest.missing", Violation, "The list of the tag files is missing.";
    TagManifestChanged = "tagmanifest.changed", Violation, "The list of the tag files is not the sealed one.";
    TagManifestMalformed = "tagmanifest.malformed", Violation, "The list of the tag files breaks a rule of its format.";
    TagChanged = "tag.changed", Violation, "A tag file is not the sealed one.";
    TagMissing = "tag.missing", Violation, "A sealed tag file is missing.";
    TagMalformed = "tag.malformed", Violation, "A tag file has not the content that the format prescribes.";
    EntriesMissing = "entries.missing", Violation, "The sealed list is missing.";
    EntryMalformed = "entry.malformed", Violation, "A line of the sealed list breaks a rule of its format.";
    EntryOrder = "entry.order", Violation, "A line of the sealed list is out of order or stands twice.";
    EntryParentMissing = "entry.parent_missing", Violation, "The directory that a path lies in is not in the sealed list.";
    EntryName = "entry.name", Violation, "A path or stored name in the sealed list is not allowed.";
    TreeSize = "tree.size_mismatch", Violation, "The sealed list has another number of lines than was sealed.";
    TreeRoot = "tree.root_mismatch", Violation, "The list is not the one that was sealed.";
    Totals = "totals.mismatch", Violation, "The totals of the seal are not those of the sealed list.";
    ChunksMalformed = "chunks.malformed", Violation, "The chunk values are missing or of another number than the list asks for.";
    ChunksMismatch = "chunks.mismatch", Violation, "The chunk values of a file do not give its BLAKE3 value.";
    Manifest = "manifest.mismatch", Violation, "The BagIt manifest says something else than the sealed list.";
    BagInfo = "bag_info.mismatch", Violation, "The BagIt description says something else than list and seal.";
    FileChanged = "file.changed", Violation, "The contents of the file have changed.";
    FileMissing = "file.missing", Violation, "A file of the list is missing.";
    FileAdded = "file.added", Violation, "A file that is not on the list is present.";
    FileNotRegular = "file.not_regular", Violation, "A link or a special file lies among the files.";
    FileKind = "file.kind_changed", Violation, "Something else stands where the list has a file, a directory or a link.";
    FileUnreadable = "file.unreadable", Undetermined, "The file cannot be read now.";
    SealedUnreadable = "file.sealed_unreadable", Remark, "A part could not be read when it was sealed; what it held is unknown.";
    Quick = "files.quick", Remark, "Only the BLAKE3 values were compared.";
    SourceNotGiven = "files.source_not_given", Undetermined, "The data lie outside the bag and were not given.";
    CustodyUnlisted = "custody.unlisted", Violation, "A file among the events is neither an event nor a time-stamp.";
    EventUnsupported = "custody.event_unsupported", Undetermined, "An event is of a version or type that is not supported.";
    EventMissing = "custody.missing", Violation, "An event is missing: the numbers have a gap.";
    EventMalformed = "custody.malformed", Violation, "An event breaks a rule of its format.";
    EventSignerMismatch = "custody.signer_mismatch", Violation, "An event names another key than the one that signed it.";
    OtherBag = "custody.other_bag", Violation, "An event belongs to another bag, or to this bag under another seal.";
    WrongIndex = "custody.wrong_index", Violation, "An event stands at another place than it says.";
    ChainBroken = "custody.chain_broken", Violation, "An event does not follow from the one before it.";
    NoRelease = "custody.no_release", Violation, "Accepted, refused or cancelled, and no release was open.";
    NotAllowed = "custody.not_allowed", Violation, "An event that the state of the exhibit does not allow.";
    WrongReference = "custody.wrong_ref", Violation, "An event refers to one that is not there, or is not the one it must be.";
    WrongAcceptor = "custody.wrong_acceptor", Violation, "Signed by another key than the one that the release names.";
    NotHolder = "custody.not_holder", Violation, "Signed by somebody who did not hold the exhibit.";
    SelfTransfer = "custody.self_transfer", Violation, "Released to the one who released it.";
    CosignerSkipped = "custody.cosigner_skipped", Violation, "Released before everybody who was to countersign did so or refused.";
    OwnCountersignature = "custody.own_countersignature", Violation, "Somebody countersigned an event of their own.";
    NotAuthor = "custody.not_author", Violation, "Somebody corrected an event of another person.";
    OnHold = "custody.on_hold", Violation, "Opened, returned or disposed of although an order to keep it was in force.";
    OtherRoot = "custody.other_root", Violation, "The verification that an event records was of other data.";
    TimeOrder = "custody.time_order", Violation, "The time is before that of an earlier event, without a reason, or before what it follows from.";
    WrongRole = "custody.wrong_role", Violation, "The roster gives the key no role that may sign this.";
    KeyInvalid = "custody.key_invalid", Violation, "The time is outside the validity of the key.";
    KeyCompromised = "custody.key_compromised", Undetermined, "Somebody else may have had the key.";
    EventSignerUnknown = "custody.signer_unknown", Undetermined, "Nobody from outside the bag vouches for the key of this event.";
    Unattributed = "custody.unattributed", Remark, "Nobody vouches for the key; the event is shown and changes nothing.";
    ClockBackwards = "custody.clock_backwards", Remark, "The clock of this event is up to five minutes behind.";
    Late = "custody.late", Remark, "Entered later than it happened; the reason is given.";
    LateCountersignature = "custody.late_countersignature", Remark, "The seal was countersigned after the first release.";
    KeyExpired = "custody.key_expired", Remark, "The key was valid when it signed, and has expired since.";
    KeyRetired = "custody.key_retired", Remark, "The key was valid when it signed, and has been retired since.";
    RecordedViolation = "custody.recorded_violation", Remark, "An event records that the bag did not match what was sealed.";
    RecordedUndetermined = "custody.recorded_undetermined", Remark, "An event records a verification that gave no answer.";
    ExaminedOriginal = "custody.examined_original", Remark, "The sealed bag itself was examined, not a working copy.";
    Objection = "custody.objection", Remark, "Somebody objects.";
    Incident = "custody.incident", Remark, "An incident was entered.";
    Corrected = "custody.corrected", Remark, "An earlier event was corrected.";
    RefusedToSign = "custody.refused_to_sign", Remark, "Somebody refused to sign.";
    CosignerPending = "custody.cosigner_pending", Remark, "Somebody who was to countersign has neither done so nor refused.";
    TransferOpen = "custody.transfer_open", Remark, "Released, and neither accepted nor refused yet.";
    Unfinished = "custody.unfinished", Remark, "Opened and not sealed again, or an examination has not ended.";
    Resealed = "custody.resealed", Remark, "The exhibit was sealed again as another bag; this log has ended.";
    Fork = "custody.fork", Violation, "Two events have one number: the log was split or rewritten.";
    SideBranch = "custody.side_branch", Remark, "Two events have one number, and nobody vouches for one of them.";
    PreviousMissing = "previous.missing", Remark, "The bag before is named, and its log is not here.";
    PreviousMismatch = "previous.mismatch", Violation, "What is carried along is not the log that the seal names.";
    PreviousOtherRoot = "previous.other_root", Violation, "The copy has another list than the bag that it was copied from.";
    PreviousUndetermined = "previous.undetermined", Remark, "Something in the log of the bag before cannot be judged.";
    LogWithheld = "previous.log_withheld", Remark, "Of the log of the bag before only the seal is shown.";
    PreviousPart = "previous.part", Remark, "The bag is a part of another.";
    PreviousRedacted = "previous.redacted", Remark, "Lines of the list were replaced.";
    PreviousNotRecorded = "previous.not_recorded", Remark, "The log of the bag before does not mention this bag.";
    PreviousDisagrees = "previous.disagrees", Violation, "The log of the bag before is not the one that this bag carries.";
    ProofsMalformed = "proofs.malformed", Violation, "The proofs of a disclosure or redaction are missing or malformed.";
    ProofsMismatch = "proofs.mismatch", Violation, "A line of the list is not proved to be one of the list before.";
    TokenMissing = "time.token_missing", Violation, "A time-stamp that an event lists is missing.";
    TokenChanged = "time.token_changed", Violation, "A time-stamp is not the one that an event lists.";
    NoTime = "time.none", Remark, "No time-stamp of a third party counts: all times are those that the signers declared.";
    TokenNotChecked = "time.token_not_checked", Remark, "There is a time-stamp, which was not checked.";
    TokenWithoutEvent = "time.token_without_event", Remark, "There is a time-stamp, and no event that holds for it.";
    Uncovered = "time.uncovered", Remark, "No time-stamp covers these events: their times are those that the signers declared.";
    Contradiction = "time.contradiction", Undetermined, "The time-stamps contradict each other: they cannot all hold.";
    BackDated = "time.back_dated", Violation, "The event claims an earlier time than a time-stamp that it follows from.";
    PostDated = "time.post_dated", Violation, "The event claims a later time than a time-stamp that covers it.";
    ClockBehind = "time.clock_behind", Remark, "The claimed time is up to five minutes before a time-stamp that the event follows from.";
    ClockAhead = "time.clock_ahead", Remark, "The claimed time is up to five minutes after a time-stamp that covers the event.";
    EnteredLate = "time.entered_late", Remark, "The event was entered after a time-stamp, for an earlier time, and gives the reason.";
    AfterKeyEnd = "time.after_key_end", Remark, "The time-stamp was made when the key had ended, so it does not show that the key signed before.";
    CompromisedLater = "time.compromised_later", Remark, "Somebody else may have had the key later; a time-stamp shows that the event is older.";
    KeptTokenMismatch = "time.kept_token_mismatch", Violation, "The time-stamp that was kept covers no event of the log: the log was rewritten or cut, or it is another bag's.";
    KeptTokenUnfit = "time.kept_token_unfit", Undetermined, "What was given as a time-stamp that was kept does not count.";
    TokenMalformed = "time.malformed", Remark, "A time-stamp breaks a rule of its encoding.";
    TokenTooLarge = "time.too_large", Remark, "A time-stamp has more bytes, levels or parts than are read.";
    NotAToken = "time.not_a_token", Remark, "A file among the time-stamps holds signed data of another kind.";
    NotGranted = "time.not_granted", Remark, "The time-stamp authority refused: there is no time-stamp in its answer.";
    ImprintMismatch = "time.imprint_mismatch", Remark, "A time-stamp is over other data than the event it lies beside.";
    ImprintWeak = "time.imprint_weak", Remark, "A time-stamp is over a value for which other data can be made.";
    NonceMismatch = "time.nonce_mismatch", Remark, "A time-stamp answers another request.";
    PolicyMismatch = "time.policy_mismatch", Remark, "A time-stamp was made under another policy than was asked for.";
    SignerCount = "time.signer_count", Remark, "A time-stamp has not exactly one signer.";
    AttributesMissing = "time.attributes_missing", Remark, "A time-stamp has no signed attributes.";
    ContentType = "time.content_type", Remark, "The signed content type of a time-stamp is missing or another.";
    MessageDigest = "time.message_digest", Remark, "The signed digest of a time-stamp's content is missing or another.";
    SigningCertificateMissing = "time.signing_certificate_missing", Remark, "A time-stamp does not sign the name of its certificate.";
    SigningCertificateMismatch = "time.signing_certificate_mismatch", Remark, "A time-stamp signs the name of another certificate than it comes with.";
    DigestWeak = "time.digest_weak", Remark, "A time-stamp or a certificate is signed over a value that can be forged.";
    KeyTooShort = "time.key_too_short", Remark, "A time-stamp rests on a key that can be broken.";
    AlgorithmMismatch = "time.algorithm_mismatch", Remark, "Signature, digest and key of a time-stamp do not belong together.";
    TokenSignatureInvalid = "time.signature_invalid", Remark, "The signature of a time-stamp is not valid.";
    ExtendedKeyUsage = "time.extended_key_usage", Remark, "The certificate of a time-stamp is not for time-stamping alone.";
    KeyUsage = "time.key_usage", Remark, "The key usage of a time-stamp's certificate does not fit.";
    CaAsSigner = "time.ca_as_signer", Remark, "A time-stamp is signed by a certificate authority itself.";
    TsaNameMismatch = "time.tsa_name_mismatch", Remark, "A time-stamp names another authority than its certificate.";
    CertificateNotValidThen = "time.certificate_not_valid_then", Remark, "A certificate was not valid when the time-stamp was made.";
    ChainInvalid = "time.chain_invalid", Remark, "The chain of certificates of a time-stamp does not hold.";
    AuthorityUnknown = "time.authority_unknown", Remark, "A time-stamp is by an authority for which no certificate was given.";
    CertificateMissing = "time.certificate_missing", Remark, "A time-stamp comes without its signer's certificate.";
    AlgorithmUnsupported = "time.algorithm_unsupported", Remark, "A time-stamp uses an algorithm that is not supported.";
    ExtensionUnsupported = "time.extension_unsupported", Remark, "A time-stamp has a critical extension that is not supported.";
    VersionUnsupported = "time.version_unsupported", Remark, "A time-stamp has a version that is not supported.";
    CertificateUnsupported = "time.certificate_unsupported", Remark, "A certificate of a time-stamp has a form that is not supported.";
    ChainTooComplex = "time.chain_too_complex", Remark, "The chain of certificates of a time-stamp is longer than is searched.";
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_code_stands_in_the_spec_with_its_severity() {
        let spec = include_str!("../../../../docs/spec/verdict.md");
        for code in Code::ALL {
            let letter = match code.severity() {
                Severity::Violation => "V",
                Severity::Undetermined => "U",
                Severity::Remark => "R",
            };
            let row = format!("| `{}` | {letter} |", code.name());
            assert!(spec.contains(&row), "docs/spec/verdict.md has no row {row}");
        }
        let names: HashSet<_> = Code::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        assert!(Code::ALL.iter().all(|code| Code::from_name(code.name()) == Some(*code)));
    }
}
