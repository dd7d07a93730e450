/** The history of jobs and servers, in a database file of the state folder. */
@NullMarked
package dev.garrison.history;

import org.jspecify.annotations.NullMarked;
