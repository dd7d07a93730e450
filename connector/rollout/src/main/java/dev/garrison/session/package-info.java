/** Actions of an operator on one manifest and one site: plan, apply, verify, adopt, undo. */
@NullMarked
package dev.garrison.session;

import org.jspecify.annotations.NullMarked;
