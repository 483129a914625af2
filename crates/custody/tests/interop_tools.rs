//! Interoperation with ssh-keygen and openssl, which must be installed.
