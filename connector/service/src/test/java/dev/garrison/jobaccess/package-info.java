/** Tests of requests between processes of one user. */
@NullMarked
package dev.garrison.jobaccess;

import org.jspecify.annotations.NullMarked;
