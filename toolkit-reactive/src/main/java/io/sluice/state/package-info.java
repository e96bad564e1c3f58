/** What a session knows of its entities: who is who, and what they were when they were read. It imports the engine. */
@NullMarked
package io.sluice.state;

import org.jspecify.annotations.NullMarked;
