/** Access of commands to the history of jobs, through the process that has it open. */
@NullMarked
package dev.garrison.jobaccess;

import org.jspecify.annotations.NullMarked;
