// What the page of living areas reads of `structure`; unknown parts are left alone.
import type { Bilingual } from './types';

export interface LivingArea { area?: string; name?: Bilingual; units?: string[]; regions?: string[]; self_containment?: number | null; people?: number | null }
export interface StructureResult { areas?: LivingArea[]; flows?: { kind?: string; status?: string }; notes?: Bilingual[] }
