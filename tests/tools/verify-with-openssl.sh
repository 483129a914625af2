#!/bin/sh
# Checks the signature of an event file with openssl alone: no sealbag, no OpenSSH.
# usage: verify-with-openssl.sh EVENT SIGNER.pub [NAMESPACE]
# Ends with 0 if the key in SIGNER.pub signed the record in EVENT under NAMESPACE (default sealbag-seal-v1).
set -eu
event=$1
signer=$2
namespace=${3:-sealbag-seal-v1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

sed '/^-----BEGIN/,$d' "$event" >"$work/record"
sed -n '/^-----BEGIN/,$p' "$event" | sed '/^-----/d' | openssl base64 -d >"$work/blob"
# The raw Ed25519 key are the last 32 bytes of the OpenSSH public key, the raw signature the last 64 of the blob.
cut -d' ' -f2 "$signer" | openssl base64 -d -A | tail -c 32 >"$work/key"
tail -c 64 "$work/blob" >"$work/signature"
# SubjectPublicKeyInfo of an Ed25519 key (RFC 8410): a fixed prefix and the key.
{ printf '\060\052\060\005\006\003\053\145\160\003\041\000'; cat "$work/key"; } >"$work/key.der"
# What was signed (OpenSSH PROTOCOL.sshsig): "SSHSIG", then namespace, reserved, hash name and hash, each after its length.
length=$(printf '%s' "$namespace" | wc -c)
{
    printf 'SSHSIG\000\000\000'
    printf "\\$(printf '%03o' "$length")"
    printf '%s\000\000\000\000\000\000\000\006sha512\000\000\000\100' "$namespace"
    openssl dgst -sha512 -binary "$work/record"
} >"$work/signed"
openssl pkeyutl -verify -pubin -inkey "$work/key.der" -keyform DER -rawin -in "$work/signed" -sigfile "$work/signature"
