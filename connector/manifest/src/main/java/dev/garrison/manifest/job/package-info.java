/** What the manifest says of jobs: when they run, and which changes they may make by themselves. */
@NullMarked
package dev.garrison.manifest.job;

import org.jspecify.annotations.NullMarked;
