//! Seal, verify and extract digital evidence bags.
