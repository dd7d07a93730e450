/** Tests of states of all kinds as journals keep them. */
@NullMarked
package dev.garrison.state;

import org.jspecify.annotations.NullMarked;
