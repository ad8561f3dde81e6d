import {
  changeCommonPlace,
  changeCommonPlaceSchema,
  commonPlaceList,
  createCommonPlace,
  createCommonPlaceSchema,
  createdFromTemplateSchema,
  createFromTemplateSchema,
  createPlacesFromTemplate,
  findPlaces,
  findPlacesSchema,
  foundPlacesSchema,
  parentsSchema,
  parentsToChoose,
  placesOfProjectSchema,
  retireCommonPlace,
  retireCommonPlaceSchema,
} from '@heju/core/estate/places'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command, fileOf, listOf, question } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'

const answer = v.object({ commonPlaceId: v.string() })

/** The places of an estate: common ones (公共部位), and all kinds of them to choose from. */
export const placeRoutes = new Hono<HttpEnv>()
  .get(...listOf('/common', 'Common places of a project, by what they stand under', commonPlaceList))
  .get(...fileOf('/common/file', 'The common places that the list shows, as a file', commonPlaceList))
  .post(
    ...command(
      '/common',
      'Put a common place on record under a project, a building or a unit',
      createCommonPlace,
      createCommonPlaceSchema,
      answer,
    ),
  )
  .post(
    ...command(
      '/common/from-template',
      'Make what the project, each building and each unit has; what is there already stays',
      createPlacesFromTemplate,
      createFromTemplateSchema,
      createdFromTemplateSchema,
    ),
  )
  .get(
    ...question(
      '/parents',
      'The buildings and units under which a common place may stand',
      parentsToChoose,
      placesOfProjectSchema,
      parentsSchema,
    ),
  )
  .get(
    ...question(
      '/search',
      'Rooms, parking spaces and common places that a search means',
      findPlaces,
      findPlacesSchema,
      foundPlacesSchema,
    ),
  )
  .put(
    ...command(
      '/common/:commonPlaceId',
      'Change what is said of a common place, or what it stands under',
      changeCommonPlace,
      changeCommonPlaceSchema,
      answer,
    ),
  )
  .put(
    ...command(
      '/common/:commonPlaceId/state',
      'Take a common place out of use, or into it again',
      retireCommonPlace,
      retireCommonPlaceSchema,
      answer,
    ),
  )
