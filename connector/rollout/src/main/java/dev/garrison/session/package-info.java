/** What a person does with one manifest and one site: plan, apply, verify, adopt, undo. */
@NullMarked
package dev.garrison.session;

import org.jspecify.annotations.NullMarked;
