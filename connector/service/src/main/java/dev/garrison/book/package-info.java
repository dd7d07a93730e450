/** What commands ask of the history of jobs, in the process that has it open. */
@NullMarked
package dev.garrison.book;

import org.jspecify.annotations.NullMarked;
