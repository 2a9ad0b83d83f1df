"""The rows of the registry of actions for this folder; see ``reader.ui.actions``."""

from __future__ import annotations

from reader.ui.key_rows import Row

READING: tuple[Row, ...] = (
    ("highlight", "H", "highlight", "highlight", "Highlight what is selected; on a highlight, in the next colour", ""),
    ("highlight.colour", "C", "highlight_colour", "colour", "Choose the colour of a highlight, or take it away", ""),
    ("note", "w", "note", "note", "Write a note on what is selected, or on the article as a whole", ""),
    ("notes.here", "i", "notes_here", "its notes", "Go to the article’s highlights and notes in the panel", ""),
    ("notes", "W", "notes", "notes", "Look through the highlights and notes of all articles", ""),
)
ARTICLE: tuple[Row, ...] = (
    ("article.select", "v", "select", "select", "Select words by keys; highlight, note or copy them", "f"),
    ("article.note", "a", "note", "note", "Write a note on what is selected, or on the article as a whole", "f"),
    ("article.remove", "d", "remove", "remove", "Remove the highlight or note that was gone to", "m"),
)
PICKING: tuple[Row, ...] = (
    ("pick.word_next", "l,right", "pick_word(1)", "word", "Move the end of the selection to the next word", "fm"),
    ("pick.word_previous", "h,left", "pick_word(-1)", "word before", "Move it to the word before", "m"),
    ("pick.line_next", "j,down", "pick_line(1)", "line", "Move it a line down", "fm"),
    ("pick.line_previous", "k,up", "pick_line(-1)", "line up", "Move it a line up", "m"),
    ("pick.sentence", "s", "pick_unit('sentences')", "sentence", "Take in the sentence; again, the next one", "fm"),
    ("pick.paragraph", "p", "pick_unit('paragraphs')", "paragraph", "Take in the paragraph; again, the next one", "fm"),
    ("pick.anew", "v", "pick_anew", "anew", "Begin the selection again where its end is", "fm"),
    ("pick.swap", "o", "pick_swap", "swap", "Move the other end from now on", "fm"),
    ("pick.mark", "enter", "pick_colour('')", "highlight", "Highlight it in the colour used last", "m"),
    ("pick.yellow", "1", "pick_colour('yellow')", "highlight", "Highlight it in yellow", "fm"),
    ("pick.green", "2", "pick_colour('green')", "green", "Highlight it in green", "m"),
    ("pick.blue", "3", "pick_colour('blue')", "blue", "Highlight it in blue", "m"),
    ("pick.pink", "4", "pick_colour('pink')", "pink", "Highlight it in pink", "m"),
    ("pick.orange", "5", "pick_colour('orange')", "orange", "Highlight it in orange", "m"),
    ("pick.end", "escape", "pick_end", "end", "Select nothing any more", "fm"),
)
PANEL: tuple[Row, ...] = (
    ("panel.notes", "i", "tab('notes')", "notes", "Show your highlights and notes on the article", ""),
    ("panel.note_remove", "d", "note_remove", "remove", "Remove the highlight or note chosen among them", "m"),
    ("panel.note_copy", "y", "note_copy", "copy", "Copy the highlight or note chosen among them", "m"),
)
WRITING: tuple[Row, ...] = (
    ("writing.keep", "ctrl+s", "keep", "keep", "Keep the note", "mp"),
    ("writing.away", "escape", "away", "put away", "Put it away; what is written stays as a draft", "mp"),
    ("writing.outside", "ctrl+e", "outside", "editor", "Go on writing in your editor ($VISUAL or $EDITOR)", "mp"),
    ("writing.throw", "ctrl+t", "throw", "throw away", "Throw away what was not kept (twice)", "mp"),
)
NOTES: tuple[Row, ...] = (
    ("notes.close", "escape,q,W", "close", "close", "Put the notes away; first what they are filtered by", "m"),
    ("notes.open", "enter", "open", "in text", "Open the article at these words", "m"),
    ("notes.filter", "slash", "filter", "filter", "Show those with certain words only, as you type", "m"),
    ("notes.edit", "e,w,a", "edit", "edit", "Write on the note", "m"),
    ("notes.remove", "d", "remove", "remove", "Remove the highlight or note", "m"),
    ("notes.recolour", "H", "recolour", "recolour", "Highlight it in the next colour", "m"),
    ("notes.copy", "y", "copy", "copy", "Copy the words and the note", "m"),
    ("notes.export", "E", "export", "export", "Give the notes out, as files or copied", "m"),
    ("notes.kind", "f", "kind", "kinds", "Show notes only, bare highlights only, or both", "m"),
    ("notes.yellow", "1", "colour('yellow')", "one colour", "Show the yellow ones only, or all", "m"),
    ("notes.green", "2", "colour('green')", "green", "Show the green ones only, or all", "m"),
    ("notes.blue", "3", "colour('blue')", "blue", "Show the blue ones only, or all", "m"),
    ("notes.pink", "4", "colour('pink')", "pink", "Show the pink ones only, or all", "m"),
    ("notes.orange", "5", "colour('orange')", "orange", "Show the orange ones only, or all", "m"),
    ("notes.down", "j,down", "move(1)", "down", "Move to the next row", "m"),
    ("notes.up", "k,up", "move(-1)", "up", "Move to the row before", "m"),
    ("notes.page_down", "pagedown,ctrl+f", "page(1)", "page down", "Move down a page", "m"),
    ("notes.page_up", "pageup,ctrl+b", "page(-1)", "page up", "Move up a page", "m"),
    ("notes.top", "g,home", "edge(-1)", "top", "Go to the first row (g twice)", "m"),
    ("notes.bottom", "G,end", "edge(1)", "bottom", "Go to the last row", "m"),
)
