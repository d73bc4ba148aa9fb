//! What nobody may see yet.
//!
//! The seal keeps a value from being seen, not from being broken: whoever has the program could open it. It is there so
//! that no screen, log, export or listing shows by chance what a rater gave before the others have rated.

use std::{fmt, marker::PhantomData};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::DeserializeOwned, de::Error};

use crate::interview::chance::Chance;

/// The purpose of [`Chance`] that seals.
const SEAL: u64 = 16;
/// What is sealed is a multiple of so many bytes long, so that its length says little.
const BLOCK: usize = 256;
/// The most bytes that a seal holds; notes are bounded far below.
const MOST: usize = 256 * 1024;

/// A value that is not to be seen before it is opened. It is never held in the open, and is written as letters that say
/// nothing.
pub struct Sealed<T> {
    salt: u64,
    bytes: Vec<u8>,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for Sealed<T> {
    fn clone(&self) -> Self {
        Self { salt: self.salt, bytes: self.bytes.clone(), holds: PhantomData }
    }
}

impl<T> fmt::Debug for Sealed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealed")
    }
}

impl<T: Serialize + DeserializeOwned> Sealed<T> {
    /// Seals a value; two seals with different salts look unlike even where they hold the same.
    pub(super) fn new(value: &T, salt: u64) -> Self {
        let mut bytes = serde_json::to_vec(value).unwrap_or_default();
        // Blanks behind it count for nothing when it is read.
        bytes.resize(bytes.len().next_multiple_of(BLOCK), b' ');
        cover(&mut bytes, salt);
        Self { salt, bytes, holds: PhantomData }
    }

    /// The value; nothing where the seal was damaged.
    pub(super) fn open(&self) -> Option<T> {
        let mut bytes = self.bytes.clone();
        cover(&mut bytes, self.salt);
        serde_json::from_slice(&bytes).ok()
    }
}

/// Covers bytes, or uncovers them again.
fn cover(bytes: &mut [u8], salt: u64) {
    let mut chance = Chance::new(salt, SEAL);
    for byte in bytes {
        *byte ^= u8::try_from(chance.below(256)).unwrap_or_default();
    }
}

impl<T> Serialize for Sealed<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let hex: String = self.bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        serializer.serialize_str(&format!("sealed:{:016x}:{hex}", self.salt))
    }
}

impl<'de, T> Deserialize<'de> for Sealed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        read(&text).ok_or_else(|| D::Error::custom("this is no seal"))
    }
}

fn read<T>(text: &str) -> Option<Sealed<T>> {
    let (salt, hex) = text.strip_prefix("sealed:")?.split_once(':')?;
    if hex.len() > 2 * MOST || hex.len() % 2 != 0 || !hex.is_ascii() {
        return None;
    }
    let bytes = (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).ok());
    let bytes = bytes.collect::<Option<Vec<u8>>>()?;
    Some(Sealed { salt: u64::from_str_radix(salt, 16).ok()?, bytes, holds: PhantomData })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_is_seen_nowhere_and_comes_back_whole() {
        let secret = "She said “seven of ten” and no more.".to_owned();
        let sealed = Sealed::new(&secret, 7);
        let written = serde_json::to_string(&sealed).expect("a text");
        for shown in [format!("{sealed:?}"), format!("{sealed:#?}"), written.clone()] {
            assert!(!shown.contains("seven") && !shown.contains("She"), "{shown}");
        }
        let read: Sealed<String> = serde_json::from_str(&written).expect("a seal");
        assert_eq!(read.open(), Some(secret));
    }

    #[test]
    fn neither_length_nor_likeness_tells_what_a_seal_holds() {
        let written = |text: &str, salt| {
            serde_json::to_string(&Sealed::new(&text.to_owned(), salt)).expect("a text")
        };
        assert_eq!(written("2", 1).len(), written("a whole sentence", 1).len());
        assert_ne!(written("4", 1)[24..], written("4", 2)[24..]);
    }

    #[test]
    fn a_damaged_seal_is_no_value_and_no_panic() {
        for text in ["", "sealed:", "sealed:1:zz", "sealed:1:abc", "sealed:x:00", "sealed:1:é0"] {
            let json = serde_json::to_string(text).expect("a text");
            assert!(serde_json::from_str::<Sealed<String>>(&json).is_err(), "{text}");
        }
        let noise: Sealed<String> = serde_json::from_str("\"sealed:1:0011\"").expect("a seal");
        assert_eq!(noise.open(), None);
    }
}
