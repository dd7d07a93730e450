/** What is there of the rings: collections, deployments, and how their servers are. */
@NullMarked
package dev.garrison.survey.ring;

import org.jspecify.annotations.NullMarked;
