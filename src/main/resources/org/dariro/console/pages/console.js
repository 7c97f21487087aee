/* The console works without this; with it, pages are live, drafts survive and single keys do something. */
"use strict";
