/** Tests of the evidence's parts. */
@NullMarked
package dev.garrison.evidence;

import org.jspecify.annotations.NullMarked;
