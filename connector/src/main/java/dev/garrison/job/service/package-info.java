/** Jobs that run by themselves at their times. */
@NullMarked
package dev.garrison.job.service;

import org.jspecify.annotations.NullMarked;
