/*
 * Bits, bytes and texts as short as they can be: what kept state is made of.
 *
 * Whatever is read may be damaged: a reader throws a RangeError where it ends too early, and
 * never reads more than there is. The packer puts this before state.js, into the same file.
 */
const SalaBits = (() => {
  "use strict";

  // MARK: Base64 for addresses (RFC 4648, 5)

  function bytesOf(text) {
    const binary = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  }

  function base64url(bytes) {
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  // MARK: Bytes

  /** A varint: seven bits a byte, the lowest first, the eighth set where more follow. */
  function pushNumber(bytes, number) {
    let rest = number;
    while (rest > 127) {
      bytes.push((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  }

  class ByteReader {
    constructor(bytes) {
      this.bytes = bytes;
      this.at = 0;
    }

    get isAtEnd() {
      return this.at === this.bytes.length;
    }

    number() {
      let value = 0;
      for (let scale = 1; scale < 2 ** 48; scale *= 128) {
        const [byte] = this.take(1);
        value += (byte & 127) * scale;
        if (byte < 128) return value;
      }
      throw new RangeError("too large");
    }

    take(length) {
      if (this.at + length > this.bytes.length) throw new RangeError("ends early");
      this.at += length;
      return this.bytes.slice(this.at - length, this.at);
    }
  }

  // MARK: Bits

  class BitWriter {
    constructor() {
      this.bits = [];
    }

    /** The `width` low bits of a number, the highest first. */
    push(number, width) {
      for (let bit = width - 1; bit >= 0; bit -= 1) {
        this.bits.push(Math.floor(number / 2 ** bit) % 2);
      }
    }

    /** A number of any size: groups of three bits, the lowest first, each after "more follow". */
    number(number) {
      let rest = number;
      for (; rest > 7; rest = Math.floor(rest / 8)) this.push(8 + (rest % 8), 4);
      this.push(rest, 4);
    }

    get bytes() {
      const bytes = new Array(Math.ceil(this.bits.length / 8)).fill(0);
      this.bits.forEach((bit, index) => {
        bytes[index >> 3] |= bit << (7 - (index & 7));
      });
      return bytes;
    }
  }

  class BitReader {
    constructor(bytes) {
      this.bytes = bytes;
      this.at = 0;
    }

    read(width) {
      if (this.at + width > this.bytes.length * 8) throw new RangeError("ends early");
      let value = 0;
      for (const end = this.at + width; this.at < end; this.at += 1) {
        value = value * 2 + ((this.bytes[this.at >> 3] >> (7 - (this.at & 7))) & 1);
      }
      return value;
    }

    number() {
      let value = 0;
      for (let scale = 1; scale < 2 ** 42; scale *= 8) {
        const group = this.read(4);
        value += (group & 7) * scale;
        if (group < 8) return value;
      }
      throw new RangeError("too large");
    }

    /** What is left must be the padding of the last byte. */
    end() {
      const left = this.bytes.length * 8 - this.at;
      if (left > 7 || this.read(left) !== 0) throw new RangeError("more than there should be");
    }
  }

  /** The checksum of RFC 9580, 6.1: no change within 24 bits in a row escapes it. */
  function crc24(bytes) {
    let sum = 0xb704ce;
    for (const byte of bytes) {
      sum ^= byte << 16;
      for (let bit = 0; bit < 8; bit += 1) {
        sum <<= 1;
        if (sum & 0x1000000) sum ^= 0x1864cfb;
      }
    }
    return sum & 0xffffff;
  }

  // MARK: Texts
  // A letter of Khmer or ASCII is one byte: ASCII from space to ~ and the line feed stand for
  // themselves, the Khmer block U+1780 to U+17FF for 128 to 255, 1 is the space without width
  // between Khmer words, and 2 goes before the number of any other sign.

  function textBytes(text) {
    const bytes = [];
    for (const sign of text) {
      const code = sign.codePointAt(0);
      if ((code >= 32 && code < 127) || code === 10) bytes.push(code);
      else if (code >= 0x1780 && code < 0x1800) bytes.push(code - 0x1700);
      else if (code === 0x200b) bytes.push(1);
      else {
        bytes.push(2);
        pushNumber(bytes, code);
      }
    }
    return bytes;
  }

  function textOf(bytes) {
    const read = new ByteReader(bytes);
    let text = "";
    while (!read.isAtEnd) {
      const [byte] = read.take(1);
      if (byte === 1) text += "\u200b";
      else if (byte === 2) text += String.fromCodePoint(read.number());
      else text += String.fromCharCode(byte < 128 ? byte : byte + 0x1700);
    }
    return text;
  }

  return {
    BitReader, BitWriter, ByteReader, base64url, bytesOf, crc24, pushNumber, textBytes, textOf,
  };
})();
