// Cities that people name when they ask how far apart two places are, with coordinates of their centers.

import { lazily } from '../lazily'
import { fold } from '../names/lexicon'
import { type Location, regionOf } from './index'

const rows = [
  ['New York', 40.7128, -74.006, 'nyc', 'ny', 'new york city'],
  ['Los Angeles', 34.0522, -118.2437, 'la'],
  ['San Francisco', 37.7749, -122.4194, 'sf', 'bay area'],
  ['Miami', 25.7617, -80.1918],
  ['Chicago', 41.8781, -87.6298],
  ['Dallas', 32.7767, -96.797],
  ['Houston', 29.7604, -95.3698],
  ['Denver', 39.7392, -104.9903],
  ['Atlanta', 33.749, -84.388],
  ['Boston', 42.3601, -71.0589],
  ['Seattle', 47.6062, -122.3321],
  ['Washington', 38.9072, -77.0369, 'washington dc'],
  ['Phoenix', 33.4484, -112.074],
  ['Toronto', 43.6532, -79.3832],
  ['Vancouver', 49.2827, -123.1207],
  ['Mexico City', 19.4326, -99.1332],
  ['Bogota', 4.711, -74.0721],
  ['Lima', -12.0464, -77.0428],
  ['Santiago', -33.4489, -70.6693],
  ['Buenos Aires', -34.6037, -58.3816],
  ['Rio de Janeiro', -22.9068, -43.1729, 'rio'],
  ['São Paulo', -23.5505, -46.6333, 'sao paulo'],
  ['London', 51.5074, -0.1278],
  ['Manchester', 53.4808, -2.2426],
  ['Amsterdam', 52.3676, 4.9041],
  ['Brussels', 50.8503, 4.3517],
  ['Berlin', 52.52, 13.405],
  ['Munich', 48.1351, 11.582],
  ['Hamburg', 53.5511, 9.9937],
  ['Vienna', 48.2082, 16.3738],
  ['Prague', 50.0755, 14.4378],
  ['Warsaw', 52.2297, 21.0122],
  ['Budapest', 47.4979, 19.0402],
  ['Copenhagen', 55.6761, 12.5683],
  ['Oslo', 59.9139, 10.7522],
  ['Helsinki', 60.1699, 24.9384],
  ['Madrid', 40.4168, -3.7038],
  ['Barcelona', 41.3874, 2.1686],
  ['Lisbon', 38.7223, -9.1393],
  ['Rome', 41.9028, 12.4964],
  ['Athens', 37.9838, 23.7275],
  ['Istanbul', 41.0082, 28.9784],
  ['Kyiv', 50.4501, 30.5234],
  ['Moscow', 55.7558, 37.6173],
  ['Dubai', 25.2048, 55.2708],
  ['Riyadh', 24.7136, 46.6753],
  ['Cairo', 30.0444, 31.2357],
  ['Lagos', 6.5244, 3.3792],
  ['Nairobi', -1.2921, 36.8219],
  ['Johannesburg', -26.2041, 28.0473],
  ['Delhi', 28.6139, 77.209, 'new delhi'],
  ['Bangalore', 12.9716, 77.5946, 'bengaluru'],
  ['Chennai', 13.0827, 80.2707],
  ['Beijing', 39.9042, 116.4074],
  ['Shanghai', 31.2304, 121.4737],
  ['Shenzhen', 22.5431, 114.0579],
  ['Taipei', 25.033, 121.5654],
  ['Manila', 14.5995, 120.9842],
  ['Perth', -31.9505, 115.8605],
  ['Brisbane', -27.4698, 153.0251],
  ['Auckland', -36.8485, 174.7633],
  ['Honolulu', 21.3099, -157.8583],
] as const

const cities = lazily(
  () =>
    new Map(
      rows.flatMap(([city, latitude, longitude, ...names]) => {
        const place: Location = { id: fold(city), city, latitude, longitude }
        return [city, ...names].map(name => [fold(name), place] as const)
      }),
    ),
)

/** The city or cloud region of that name. */
export const placeNamed = (name: string): Location | undefined => cities().get(fold(name)) ?? regionOf(name)
