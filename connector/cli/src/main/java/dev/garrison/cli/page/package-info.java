/** What pages for people are written with. */
@NullMarked
package dev.garrison.cli.page;

import org.jspecify.annotations.NullMarked;
