#include "CPaper.h"

// Compiled in, so that the program is one file and finds it wherever it lies.

const unsigned char sala_paper_style[] = {
#embed "paper.css"
};
const size_t sala_paper_style_length = sizeof sala_paper_style;
