/** What is read of a site before anything is decided. */
@NullMarked
package dev.garrison.survey;

import org.jspecify.annotations.NullMarked;
