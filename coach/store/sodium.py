"""The only door to cryptography: libsodium, as PyNaCl brings it. Nothing here is made up by us.

PyNaCl's own bindings take 30 ms to load, the library behind them one: a command waits for neither.
docs/security.md names every construction, and a test opens our files with the bindings alone.
"""

from __future__ import annotations

import os

from coach.core.errors import CoachError, LockedError
from coach.core.installed import command_for
from coach.core.texts import filled, words

TYPE_CHECKING = False  # importing typing costs a capture 4 ms
if TYPE_CHECKING:
    from typing import Any

try:
    from nacl._sodium import ffi, lib
except ImportError as error:
    from importlib.util import find_spec  # asked only when something is wrong

    raise CoachError(
        words.store.error.protection_needs_its_extra_which_is
        if find_spec("nacl") is None
        else words.store.error.this_pynacl_is_another_one,
        kept=words.store.error.nothing_was_changed,
        do=filled(words.store.error.brings_it, command_for=command_for("protect")),
    ) from error

lib.sodium_init()

KEY = 32
SALT = 16
NONCE = 24
_TAG = 16
_PERSON = 16
_BOX = 48
"""What a letter is longer than its text: the sender's key of one use, and the tag."""
_KIB = 1024


class Key:
    """Thirty-two secret bytes that are kept out of the swap and are wiped when they are no longer needed."""

    def __init__(self, raw: bytes = bytes(KEY)) -> None:
        self._is_wiped = False
        self._bytes = ffi.new("unsigned char[]", KEY)
        lib.sodium_mlock(self._bytes, KEY)
        ffi.memmove(self._bytes, raw, KEY)

    @property
    def pointer(self) -> Any:
        """Where the bytes lie."""
        if self._is_wiped:
            raise LockedError(
                words.store.error.the_data_is_locked,
                kept=words.store.error.nothing_was_changed,
                do=words.store.error.it_opens_with_the_passphrase,
            )
        return self._bytes

    def raw(self) -> bytes:
        """A copy of the bytes."""
        return bytes(ffi.buffer(self.pointer, KEY))

    def wipe(self) -> None:
        """Zeros, from now on; nothing is sealed with them."""
        self._is_wiped = True
        lib.sodium_munlock(self._bytes, KEY)

    def __del__(self) -> None:
        self.wipe()


def random_key() -> Key:
    """A new one."""
    return Key(os.urandom(KEY))


def stretched(secret: bytes, salt: bytes, kib: int, passes: int) -> Key:
    """Argon2id with one lane: what a guess costs."""
    key = Key()
    algorithm = lib.crypto_pwhash_alg_argon2id13()
    if lib.crypto_pwhash(key.pointer, KEY, secret, len(secret), salt, passes, kib * _KIB, algorithm) != 0:
        raise CoachError(
            words.store.error.there_is_not_enough_memory_to, do=words.store.error.close_something_try_again
        )
    return key


def derived(key: Key, purpose: str) -> Key:
    """A key of its own for each purpose: keyed BLAKE2b, personalised."""
    made = Key()
    _tag(made.pointer, key, purpose, b"")
    return made


def tag(key: Key, purpose: str, content: bytes) -> bytes:
    """What only who holds the key can say of the content."""
    out = ffi.new("unsigned char[]", KEY)
    _tag(out, key, purpose, content)
    return bytes(ffi.buffer(out, KEY))


def _tag(out: Any, key: Key, purpose: str, content: bytes) -> None:
    person = purpose.encode().ljust(_PERSON, b"\0")
    lib.crypto_generichash_blake2b_salt_personal(
        out, KEY, content, len(content), key.pointer, KEY, bytes(SALT), person
    )


def are_equal(one: bytes, other: bytes) -> bool:
    """Compared without telling how far they agree."""
    return len(one) == len(other) and lib.sodium_memcmp(one, other, len(one)) == 0


def encrypted(key: Key, plain: bytes | bytearray, named: bytes) -> bytes:
    """XChaCha20-Poly1305 with a fresh nonce before it. `named` is not in it and has to be the same again."""
    nonce = os.urandom(NONCE)
    out = bytearray(NONCE + len(plain) + _TAG)
    out[:NONCE] = nonce
    place = ffi.from_buffer(out) + NONCE
    lib.crypto_aead_xchacha20poly1305_ietf_encrypt(
        place, ffi.NULL, ffi.from_buffer(plain), len(plain), named, len(named), ffi.NULL, nonce, key.pointer
    )
    return bytes(out)


def decrypted(key: Key, sealed: bytes, named: bytes) -> bytes:
    """What was encrypted so; ValueError for anything else."""
    length = len(sealed) - NONCE - _TAG
    if length < 0:
        raise ValueError("too short to be sealed")
    out = ffi.new("unsigned char[]", max(length, 1))
    _decrypt(out, key, sealed, named)
    return bytes(ffi.buffer(out, length))


def _decrypt(out: Any, key: Key, sealed: bytes, named: bytes) -> None:
    place = ffi.from_buffer(sealed) + NONCE
    wrong = lib.crypto_aead_xchacha20poly1305_ietf_decrypt(
        out, ffi.NULL, ffi.NULL, place, len(sealed) - NONCE, named, len(named), sealed[:NONCE], key.pointer
    )
    if wrong:
        raise ValueError("the seal does not hold")


def wrapped(key: Key, inner: Key, named: bytes) -> bytes:
    """A key, encrypted with another. It never is a Python object, which could not be wiped."""
    return encrypted(key, ffi.buffer(inner.pointer, KEY), named)


def unwrapped(key: Key, sealed: bytes, named: bytes) -> Key:
    """The key in it; ValueError for anything else."""
    if len(sealed) != NONCE + KEY + _TAG:
        raise ValueError("no key is of that length")
    inner = Key()
    _decrypt(inner.pointer, key, sealed, named)
    return inner


def public_of(secret: Key) -> bytes:
    """The half of a pair of keys that anybody may have."""
    out = ffi.new("unsigned char[]", KEY)
    lib.crypto_scalarmult_base(out, secret.pointer)
    return bytes(ffi.buffer(out, KEY))


def letter(public: bytes, plain: bytes) -> bytes:
    """A sealed box: anybody can write it, only the holder of the secret half can open it."""
    out = ffi.new("unsigned char[]", len(plain) + _BOX)
    if lib.crypto_box_seal(out, plain, len(plain), public) != 0:
        raise ValueError("this is no public key")
    return bytes(ffi.buffer(out, len(plain) + _BOX))


def opened_letter(secret: Key, sealed: bytes) -> bytes:
    """What was written to the public half; ValueError for anything else."""
    length = len(sealed) - _BOX
    if length < 0:
        raise ValueError("too short to be a letter")
    out = ffi.new("unsigned char[]", max(length, 1))
    if lib.crypto_box_seal_open(out, sealed, len(sealed), public_of(secret), secret.pointer) != 0:
        raise ValueError("this letter was not written to us")
    return bytes(ffi.buffer(out, length))
