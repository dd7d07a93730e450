/** What pages for people are written with. */
@NullMarked
package dev.garrison.cli.output;

import org.jspecify.annotations.NullMarked;
