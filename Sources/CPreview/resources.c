#include "CPreview.h"

// The files are compiled in, so that the program is one file and finds them wherever it lies.

const unsigned char sala_preview_page[] = {
#embed "lms.html"
};
const size_t sala_preview_page_length = sizeof sala_preview_page;

const unsigned char sala_preview_done[] = {
#embed "done.html"
};
const size_t sala_preview_done_length = sizeof sala_preview_done;

const unsigned char sala_preview_style[] = {
#embed "lms.css"
};
const size_t sala_preview_style_length = sizeof sala_preview_style;

// The script is written in several files; the later ones use what the earlier define.
const unsigned char sala_preview_script[] = {
#embed "words.js"
    ,
#embed "values.js"
    ,
#embed "model12.js"
    ,
#embed "model2004.js"
    ,
#embed "api.js"
    ,
#embed "lms.js"
};
const size_t sala_preview_script_length = sizeof sala_preview_script;
