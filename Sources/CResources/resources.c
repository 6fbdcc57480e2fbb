#include "CResources.h"

// The files are compiled in, so that the program is one file and finds them wherever it lies.

// A script of a page may be written in several files; the last uses what the others define.

const unsigned char sala_runtime_script[] = {
#embed "bits.js"
    ,
#embed "answers.js"
    ,
#embed "state1.js"
    ,
#embed "state.js"
    ,
#embed "lms.js"
    ,
#embed "scorm12.js"
    ,
#embed "responses.js"
    ,
#embed "scorm2004.js"
    ,
#embed "xapi.js"
    ,
#embed "statements.js"
    ,
#embed "cmi5.js"
    ,
#embed "local.js"
    ,
#embed "runtime.js"
};
const size_t sala_runtime_script_length = sizeof sala_runtime_script;

const unsigned char sala_page_script[] = {
#embed "words.js"
    ,
#embed "breaks.js"
    ,
#embed "questions.js"
    ,
#embed "feedback.js"
    ,
#embed "visit.js"
    ,
#embed "page.js"
};
const size_t sala_page_script_length = sizeof sala_page_script;

const unsigned char sala_course_script[] = {
#embed "words.js"
    ,
#embed "breaks.js"
    ,
#embed "course.js"
};
const size_t sala_course_script_length = sizeof sala_course_script;

const unsigned char sala_page_style[] = {
#embed "page.css"
};
const size_t sala_page_style_length = sizeof sala_page_style;
