/** Access of commands to the history of jobs, through the process that has it open. */
@NullMarked
package dev.garrison.book;

import org.jspecify.annotations.NullMarked;
