// What is drawn as a box and is no program: it lives inside one, configures one or shows what one knows.

import { namesConfiguration, technologiesIn } from '../../knowledge'
import { type End, hasKind, isBroker, isComponent, isStore } from '../ends'
import type { Component } from '../system'
import { isProduct } from './deployability'
import { takesPart } from './node-category'

/** A C4 component is part of its container; one that is called after a product is that: `Caddy 2`. */
export const isInProcess = (end: End): boolean =>
  isComponent(end) && /component$/.test(end.node.shape) && !(isProduct(end) && namesTechnology(end))

const namesTechnology = ({ headline, technology }: Component): boolean =>
  technologiesIn(headline).some(mention => mention.technology === technology)

/** `Cost dashboard` of Grafana; a product named beside it is what the dashboard shows. */
export const isView = (end: End): boolean =>
  isComponent(end) && /^dashboards?\b|\bdashboards?$/i.test(end.headline) && !hasKind(end, 'monitoring')

/** Roles, policies and volume claims are read or assigned; they answer no calls. */
export const isConfiguration = (end: End): boolean =>
  isComponent(end) &&
  !takesPart(end) &&
  (namesConfiguration(end.headline) || settings.test(end.boundary?.text ?? ''))

/** Groups whose members configure what runs: `Identities` and what they may do. */
const settings =
  /\b(?:identities|roles|permissions|policies|configuration|environment variables|service accounts)$/i

/** It lives in the process of whoever uses it. */
export const isEmbedded = (end: End): boolean =>
  isComponent(end) &&
  (end.technology?.embedded === true ||
    inProcess.test(end.text) ||
    localFile.test(end.headline) ||
    isFiles(end) ||
    volumes.test(end.boundary?.text ?? '') ||
    ownDisk.test(end.headline) ||
    ownCache.test(end.text) ||
    (end.technology === undefined && inMemory.test(end.text)))

/** What a program reaches its stores through, and no store itself. */
export const isDriver = (end: End): boolean =>
  isComponent(end) && end.technology?.embedded === true && !isStore(end)

/** A product that stores or forwards, and that others reach over a network. */
export const isServedProduct = (end: End): boolean =>
  isProduct(end) && (isStore(end) || isBroker(end)) && !isEmbedded(end)

/** `JwtAuthFilter`, `Auth middleware`, `Rate limiter`: it runs in the gateway or the server whose requests pass it. */
export const isFilter = (end: End): boolean =>
  isComponent(end) && end.technology === undefined && filter.test(end.headline)

/** `Retry filter` of a gateway, whatever framework it comes from: what leads to it configures it. */
export const isNamedFilter = (end: End): boolean => isComponent(end) && namedFilter.test(end.headline)

const filter =
  /[a-z](?:Filter|Interceptor|Middleware)s?$|^(?:[\w/-]{1,30} ){0,2}(?:[Ii]nterceptor|[Mm]iddleware)s?$|^(?:[Rr]ate|[Rr]equest|[Bb]udget)[ -][Ll]imit(?:er|ing|s)$|^[Tt]hrottl(?:er|ing)$/
const namedFilter =
  /^\W*(?:retry|cors|auth\w*|jwt|security|logging|correlation(?: id)?|tracing|gateway|global|servlet|rate[- ]limit\w*) filters?$/i

export const inProcess = /\bin[- ]process\b/i

/** Of a browser or a phone. */
const ownCache =
  /\b(?:browser|local|l1)\b.*\bcache\b|\bshared ?preferences\b|\b(?:ns)?user ?defaults\b|\basync ?storage\b|\bmmkv\b/i

/** `events.jsonl`, however it is drawn. */
const localFile = /^[\w./-]+\.(?:jsonl?|ndjson|csv|tsv|parquet|graphml|sqlite3?|db|log|txt|xml|pkl)$/i

/** `Parquet files`, `ChromaDB files`: read from a disk; a service that keeps them for others is called a storage. */
const isFiles = (end: Component): boolean =>
  /\bfiles?\W*$/i.test(end.headline) &&
  (end.technology === undefined || isStore(end)) &&
  !hasKind(end, 'objectStore')

/** Groups such as `Docker volumes`. */
const volumes = /\bvolumes?\W*$/i

/** Mounted, or kept by a library beside its program: `Volume`, `State store` of a stream processor, `RocksDB P0`. */
const ownDisk =
  /^\W{0,4}(?:(?:\w{1,30} )?volumes?(?: claims?)?|(?:[\w.-]{1,30} ){0,3}pvc?s?|(?:local|host|ssd|ram|scratch|ephemeral) (?:disks?|storage|file ?system|director(?:y|ies)|files?)|disks?|file ?system|tmpfs|rocks ?db[\w ]{0,20}|(?:local |rocksdb )?state stores?|manual cache|memory buffer|(?:[\w.-]{1,30} ){0,3}weights)\W{0,4}$|^\.{1,2}\//i

/** A grid or a cluster keeps its data in memory too, in that of other machines, and `API server (in-memory sessions)` is a program that keeps some. */
const inMemory =
  /^(?!.*\b(?:servers?|services?|gateways?|apis?|backends?|apps?|workers?|pods?|instances?)\b.*\bin[- ]memory\b).*\bin[- ]memory\b(?!.*\b(?:grid|cluster|distributed)\b)/is
