/** Languages that Garrison writes for people: English, and Japanese. */
@NullMarked
package dev.garrison.language;

import org.jspecify.annotations.NullMarked;
