/** The pages: server-rendered HTML on top of the same operations as the API. */
@NullMarked
package dev.winnow.console.pages;

import org.jspecify.annotations.NullMarked;
