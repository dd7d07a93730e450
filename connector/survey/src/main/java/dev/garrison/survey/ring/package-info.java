/** Facts about the rings on a site: collections, deployments, and the health of their servers. */
@NullMarked
package dev.garrison.survey.ring;

import org.jspecify.annotations.NullMarked;
