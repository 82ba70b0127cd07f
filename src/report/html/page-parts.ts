// The pages of the program: what the build makes a file of its own, since few runs draw pictures.
export { decayPage } from './decay.js';
export { hoursPage } from './hours.js';
