/** What is read of rings. */
@NullMarked
package dev.garrison.survey.ring;

import org.jspecify.annotations.NullMarked;
