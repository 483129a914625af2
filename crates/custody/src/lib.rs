//! Signed records of an evidence bag: strict records, SSHSIG signatures, keys.
