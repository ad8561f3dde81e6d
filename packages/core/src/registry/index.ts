export { changeBuilding } from './change-building.ts'
export { changeOccupancy } from './change-occupancy.ts'
export { changeParkingSpace } from './change-parking-space.ts'
export { changePerson } from './change-person.ts'
export { changeRoom } from './change-room.ts'
export { createBuilding } from './create-building.ts'
export { createParkingSpace } from './create-parking-space.ts'
export { createPerson } from './create-person.ts'
export { createRoom } from './create-room.ts'
export { endOccupancy } from './end-occupancy.ts'
export * from './caller-schemas.ts'
export * from './errors.ts'
export { dateSchema, phoneSchema } from './field-schemas.ts'
export { exportParkingSpaces } from './export-parking-spaces.ts'
export { exportRooms } from './export-rooms.ts'
export { findCallers } from './find-callers.ts'
export { getParkingSpace } from './get-parking-space.ts'
export { getPerson } from './get-person.ts'
export { getRoom } from './get-room.ts'
export { giveOccupancy } from './give-occupancy.ts'
export { households, householdsByMonth, isHousehold, phoneForMessages } from './households.ts'
export { listBuildings } from './list-buildings.ts'
export { listParkingSpaces } from './list-parking-spaces.ts'
export { listPeople } from './list-people.ts'
export { listRooms } from './list-rooms.ts'
export { listRoomsTwice } from './list-rooms-twice.ts'
export {
  isPhoneOfToday,
  peopleOfOwner,
  peopleWithPhone,
  placesOfOwner,
  projectsOfOwner,
  roomOfOwner,
  roomsOfOwner,
  type OwnerPlace,
} from './owner-places.ts'
export {
  indexPhone,
  phoneField,
  idField,
  sealId,
  sealPhone,
  unsealPhone,
  type SealedId,
  type SealedPhone,
} from './personal-data.ts'
export * from './room-name.ts'
export * from './rules.ts'
export * from './people-schemas.ts'
export * from './schemas.ts'
export { namesBetweenBlanks, personName, withoutBlanks } from './person-name.ts'
export { joinedPlates, platesIn } from './plates.ts'
export { placeIsThere } from './place.ts'
export { placeName, spaceName } from './space-name.ts'
export {
  buildings,
  occupancies,
  parkingSpaces,
  people,
  personPhones,
  roomAreas,
  rooms,
  units,
} from './tables.ts'
export { readContents } from './read-contents.ts'
export { tellRoomsApart, tellRoomsApartSchema, type TellRoomsApart } from './tell-rooms-apart.ts'
export { transferOwnership } from './transfer-ownership.ts'
export { unmaskPerson } from './unmask-person.ts'
export * from './words.ts'
export { requireOrder } from './title.ts'
