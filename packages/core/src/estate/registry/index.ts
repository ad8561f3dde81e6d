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
export * from './errors.ts'
export { findCallers } from './find-callers.ts'
export { getParkingSpace } from './get-parking-space.ts'
export { getPerson } from './get-person.ts'
export { getRoom } from './get-room.ts'
export { giveOccupancy } from './give-occupancy.ts'
export { households, householdsByMonth, isHousehold, phoneForMessages } from './households.ts'
export { listBuildings } from './list-buildings.ts'
export { parkingSpaceList } from './parking-space-list.ts'
export { personList } from './person-list.ts'
export { roomList } from './room-list.ts'
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
export { indexPhone, phoneField, idField, sealPhone, unsealPhone } from './personal-data.ts'
export * from './room-name.ts'
export { roomsNamed } from './search.ts'
export { namesBetweenBlanks, withoutBlanks } from './person-name.ts'
export { joinedPlates, platesIn } from './plates.ts'
export { placeIsThere } from './place.ts'
export { giveLots, type LotGiven } from './space-lots.ts'
export { nameOfPlace, placeName, spaceName } from './space-name.ts'
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
export { tellRoomsApart, tellRoomsApartSchema } from './tell-rooms-apart.ts'
export { transferOwnership } from './transfer-ownership.ts'
export { unmaskPerson } from './unmask-person.ts'
export { upsertOccupancies, type OccupancyRow } from './upsert-occupancies.ts'
export { upsertPeople, type PersonRow } from './upsert-people.ts'
export {
  areBuildings,
  areSpacesOfKeys,
  upsertBuildings,
  upsertRooms,
  upsertSpaces,
  upsertUnits,
  type BringIn,
} from './upsert-places.ts'
export { requireNameFree, type Beside, type Named } from './name-free.ts'
export * from './words.ts'
export { isTitle, requireOrder } from './title.ts'
export * from './shape.ts'
