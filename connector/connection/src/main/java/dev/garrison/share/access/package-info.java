/** Who may do what on the content share: access lists, what is wrong with them, and better ones. */
@NullMarked
package dev.garrison.share.access;

import org.jspecify.annotations.NullMarked;
