#include "CQuizPage.h"

// The files are compiled in, so that the program is one file and finds them wherever it lies.

// The quiz looks as the pages of packages do: theirs comes first, and what only the quiz has after
// it.
const unsigned char sala_quiz_page_style[] = {
#embed "../CResources/page.css"
    ,
#embed "quiz.css"
};
const size_t sala_quiz_page_style_length = sizeof sala_quiz_page_style;

const unsigned char sala_quiz_page_script[] = {
#embed "quiz.js"
};
const size_t sala_quiz_page_script_length = sizeof sala_quiz_page_script;
