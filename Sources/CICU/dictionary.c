#include "CICU.h"

#include <string.h>
#include <threads.h>
#include <unicode/udata.h>

// ICU's Khmer words, read where they lie in libicudata. ICU itself only asks them greedily, three
// words ahead; a search over the whole run of letters needs to know every word that begins at a
// letter. The layout is that of ICU's public byte trie (unicode/bytestrie.h), behind eight 32-bit
// numbers; whatever looks different is refused, and the caller falls back on ICU's own breaks.

enum { HEADER = 32, TYPE_BYTES = 0, BY_OFFSET = 0x01000000 };

static UDataMemory *memory;
static const uint8_t *data;
static int32_t size, first_letter;
static once_flag once = ONCE_FLAG_INIT;

static void open_dictionary(void) {
  UErrorCode status = U_ZERO_ERROR;
  memory = udata_open(U_ICUDATA_NAME "-brkitr", "dict", "khmerdict", &status);
  if (U_FAILURE(status)) return;
  UDataInfo info = {.size = sizeof info};
  udata_getInfo(memory, &info);
  const uint8_t *bytes = udata_getMemory(memory);
  int32_t numbers[8];
  bool is_known = bytes && memcmp(info.dataFormat, "Dict", 4) == 0 && info.formatVersion[0] == 1;
  if (is_known) {
    memcpy(numbers, bytes, sizeof numbers);
    is_known = numbers[0] == HEADER && numbers[3] > HEADER &&
               (numbers[4] & 7) == TYPE_BYTES && (numbers[5] & 0x7F000000) == BY_OFFSET;
  }
  if (!is_known) {
    udata_close(memory);
    return;
  }
  // Never closed: the words are asked for as long as the program runs.
  size = numbers[3];
  first_letter = numbers[5] & 0x1FFFFF;
  data = bytes;
}

/// A place in the trie: the next byte, and how many bytes of a linear run are still to match.
struct place {
  int32_t at, run;
};

enum answer { NOTHING, PREFIX, WORD };

static int32_t byte_at(int32_t at) { return at >= HEADER && at < size ? data[at] : -1; }

/// The offset behind the value whose lead byte, shifted right, is `lead`.
static int32_t behind_value(int32_t at, int32_t lead) {
  if (lead < 0x51) return at;
  if (lead < 0x6C) return at + 1;
  if (lead < 0x7E) return at + 2;
  return at + 3 + (lead & 1);
}

static int32_t value(int32_t at, int32_t lead) {
  if (lead < 0x51) return lead - 0x10;
  if (lead < 0x6C) return ((lead - 0x51) << 8) | byte_at(at);
  if (lead < 0x7E) return ((lead - 0x6C) << 16) | (byte_at(at) << 8) | byte_at(at + 1);
  if (lead == 0x7E) return (byte_at(at) << 16) | (byte_at(at + 1) << 8) | byte_at(at + 2);
  return (byte_at(at + 1) << 16) | (byte_at(at + 2) << 8) | byte_at(at + 3);
}

static int32_t behind_jump(int32_t at) {
  int32_t lead = byte_at(at);
  if (lead < 0xC0) return at + 1;
  if (lead < 0xF0) return at + 2;
  if (lead < 0xFE) return at + 3;
  return at + 4 + (lead & 1);
}

static int32_t jumped(int32_t at) {
  int32_t lead = byte_at(at);
  if (lead < 0xC0) return at + 1 + lead;
  if (lead < 0xF0) return at + 2 + (((lead - 0xC0) << 8) | byte_at(at + 1));
  if (lead < 0xFE) {
    return at + 3 + (((lead - 0xF0) << 16) | (byte_at(at + 1) << 8) | byte_at(at + 2));
  }
  if (lead == 0xFE) {
    return at + 4 + ((byte_at(at + 1) << 16) | (byte_at(at + 2) << 8) | byte_at(at + 3));
  }
  return -1;
}

static enum answer arrived(struct place *place) {
  int32_t node = byte_at(place->at);
  if (node < 0) return NOTHING;
  return place->run == 0 && node >= 0x20 ? WORD : PREFIX;
}

static enum answer matched(struct place *place, int32_t letter) {
  if (byte_at(place->at) != letter) return NOTHING;
  place->at += 1;
  place->run -= 1;
  return arrived(place);
}

static enum answer branch(struct place *place, int32_t count, int32_t letter) {
  while (count > 5) {
    int32_t key = byte_at(place->at);
    place->at += 1;
    if (key < 0) return NOTHING;
    if (letter < key) {
      place->at = jumped(place->at);
      count >>= 1;
    } else {
      place->at = behind_jump(place->at);
      count -= count >> 1;
    }
  }
  for (; count > 1; count -= 1) {
    int32_t key = byte_at(place->at), lead = byte_at(place->at + 1);
    if (key < 0 || lead < 0x20) return NOTHING;
    int32_t at = place->at + 2, behind = behind_value(at, lead >> 1);
    if (key == letter) {
      if (lead & 1) {
        place->at += 1;
        return WORD;
      }
      place->at = behind + value(at, lead >> 1);
      return arrived(place);
    }
    place->at = behind;
  }
  int32_t key = byte_at(place->at);
  place->at += 1;
  return key == letter ? arrived(place) : NOTHING;
}

static enum answer step(struct place *place, int32_t letter) {
  if (place->run > 0) return matched(place, letter);
  for (;;) {
    int32_t node = byte_at(place->at);
    place->at += 1;
    if (node < 0) return NOTHING;
    if (node < 0x10) {
      if (node == 0) {
        node = byte_at(place->at);
        place->at += 1;
      }
      return node < 0 ? NOTHING : branch(place, node + 1, letter);
    }
    if (node < 0x20) {
      place->run = node - 0x10 + 1;
      return matched(place, letter);
    }
    // A word ends here; only where it is also the beginning of others is there more.
    if (node & 1) return NOTHING;
    place->at = behind_value(place->at, node >> 1);
  }
}

static int32_t letter_of(uint16_t unit) {
  if (unit == 0x200D) return 0xFF;
  if (unit == 0x200C) return 0xFE;
  int32_t letter = unit - first_letter;
  return letter >= 0 && letter <= 0xFD ? letter : -1;
}

int32_t sala_icu_khmer_words(const uint16_t *text, int32_t length, int32_t *lengths,
                             int32_t capacity) {
  call_once(&once, open_dictionary);
  if (!data) return -1;
  struct place place = {.at = HEADER, .run = 0};
  int32_t count = 0;
  for (int32_t index = 0; index < length; index += 1) {
    int32_t letter = letter_of(text[index]);
    if (letter < 0) break;
    enum answer answer = step(&place, letter);
    if (answer == NOTHING) break;
    if (answer == WORD && count < capacity) {
      lengths[count] = index + 1;
      count += 1;
    }
  }
  return count;
}
