/** Tests that run through Run Scripts of the site, on servers that a person named. */
@NullMarked
package dev.garrison.runscript;

import org.jspecify.annotations.NullMarked;
