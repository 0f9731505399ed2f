import type { Course } from './courses.ts';

const lines = (text: string) => text.split(',').map((topic) => topic.trim().replace(/\s+/g, ' '));

/** What is taught, in order, by the beginning of a course's code or, failing that, by its department. */
const byCode: Record<string, string[]> = {
  ALG1: lines(`Integers and Expressions, Solving Equations, Inequalities, Slope, Linear Functions, Systems of Equations,
    Exponents, Polynomials, Factoring, Quadratics`),
  GEO: lines(`Points and Lines, Angles, Proof, Parallel Lines, Congruent Triangles, Similarity, Right Triangles,
    Quadrilaterals, Circles, Area and Volume`),
  ALG2: lines(`Functions, Absolute Value, Matrices, Quadratic Functions, Complex Numbers, Polynomials, Rational Exponents,
    Logarithms, Sequences, Trigonometric Ratios`),
  PCAL: lines(`Function Families, Inverses, Polynomial Division, Rational Functions, Exponential Growth, Logarithms,
    Unit Circle, Trigonometric Graphs, Identities, Vectors`),
  STAT: lines(`Displaying Data, Center and Spread, Normal Curve, Scatterplots, Regression, Sampling, Experiments,
    Probability, Random Variables, Confidence`),
  APCALC:
    lines(`Limits, Continuity, Derivative at a Point, Product Rule, Chain Rule, Implicit Differentiation,
    Related Rates, Optimization, Riemann Sums, Fundamental Theorem`),
  BIO: lines(`Scientific Method, Chemistry of Life, Cell Structure, Membranes, Photosynthesis, Respiration, Cell Cycle,
    DNA, Protein Synthesis, Genetics`),
  CHEM: lines(`Measurement, Matter, Atomic Structure, Periodic Trends, Bonding, Naming Compounds, Moles, Reactions,
    Stoichiometry, Gases`),
  PHYS: lines(`Units, Motion Graphs, Acceleration, Vectors, Newton's Laws, Friction, Work, Energy, Momentum, Circular
    Motion`),
  APPHY:
    lines(`Kinematics, Projectiles, Forces, Inclines, Circular Motion, Gravitation, Work and Energy, Momentum,
    Torque, Oscillation`),
  ENV: lines(
    `Ecosystems, Food Webs, Biodiversity, Population, Soil, Water, Air Quality, Energy, Waste, Climate`,
  ),
  ANAT: lines(`Body Plan, Tissues, Skin, Skeleton, Joints, Muscles, Nerves, Senses, Heart, Blood`),
  APBIO:
    lines(`Water, Macromolecules, Cell Organelles, Transport, Enzymes, Photosynthesis, Respiration, Signaling, Cell
    Cycle, Heredity`),
  SPA: lines(
    `Greetings, School Day, Family, Food, Ser and Estar, At Home, In the City, Preterite, Weather, Travel`,
  ),
  FRE: lines(
    `Greetings, School Day, Family, Food, Articles, At Home, In Town, Passé Composé, Weather, Travel`,
  ),
  CIV: lines(`Constitution, Federalism, Congress, Presidency, Courts, Bill of Rights, Voting, Local Government, Media,
    Service Project`),
  PSY: lines(
    `Research Methods, Brain, Sensation, Learning, Memory, Development, Emotion, Personality, Stress, Groups`,
  ),
  CSI: lines(
    `Algorithms, Variables, Conditionals, Loops, Functions, Lists, Debugging, Images, Data, Web Pages`,
  ),
  APCSP: lines(
    `Binary, Internet, Algorithms, Abstraction, Lists, Simulation, Data, Cybersecurity, Impact, Create Task`,
  ),
};

const byDepartment: Record<Course['department'], string[]> = {
  English:
    lines(`Personal Narrative, Short Story, Theme, Point of View, Vocabulary Unit 1, Novel Study, Argument,
    Rhetoric, Vocabulary Unit 2, Poetry, Drama, Research`),
  Mathematics: lines(`Review, Expressions, Equations, Graphs, Functions, Models, Data, Proof`),
  Science: lines(`Safety, Measurement, Observation, Models, Systems, Energy, Matter, Change`),
  'Social Science':
    lines(`Maps and Sources, Early Societies, Trade, Belief Systems, Empires, Revolutions, Industry,
    Migration, Conflict, Rights`),
  'Physical Education':
    lines(`Fitness Baseline, Warm-up Plan, Team Sports, Endurance, Strength, Nutrition, Safety, Goal
    Setting`),
  'World Languages': lines(
    `Greetings, Numbers, Family, Food, School, Home, Clothing, Weather, City, Holidays`,
  ),
  'Arts and Technology':
    lines(`Materials, Line and Form, Color, Rhythm, Planning, Practice, Draft, Critique, Revision,
    Presentation`),
};

export function topicsOf({ code, department }: Course): readonly string[] {
  const begin = Object.keys(byCode)
    .filter((key) => code.startsWith(key))
    .sort((a, b) => b.length - a.length)[0];
  return begin ? byCode[begin]! : byDepartment[department];
}
