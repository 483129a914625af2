# What the command line tells and asks of events, receipts, rosters, tokens, audits and logs, in English. The terms are those of
# crates/report/glossary.tsv.

## Events

say-event-not-synced = warning: the event is in the log, but the system did not confirm that it would survive a power cut
