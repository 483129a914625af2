//! The tree over the sealed list (RFC 6962 with SHA-256).
