// Every word of the studio, English and Korean side by side. {braces} are filled in. Law terms follow GLOSSARY.md.
import { language } from './language.svelte';

const words = {
  // frame
  navRegion: ['At a glance', '한눈에'], navWhere: ['Where we are', '현황'], navLive: ['How we live', '생활권'], navPlan: ['The plan', '계획'],
  navCompare: ['Compare', '비교'], navChange: ['Change', '시나리오'], navRun: ['Run', '실행'], navReport: ['Report', '보고서'],
  pages: ['Pages', '메뉴'], menu: ['Menu', '메뉴'], skip: ['Skip to content', '본문으로'], light: ['Light', '밝게'], dark: ['Dark', '어둡게'],
  loading: ['Loading …', '불러오는 중 …'], again: ['Try again', '다시 시도'], close: ['Close', '닫기'], running: ['running', '실행 중'],
  region: ['Region', '지역'], wholeCountry: ['The whole country', '전국'], plan: ['Plan', '계획'], year: ['Year', '연도'], show: ['Show', '보기'], kind: ['Kind', '종류'],
  legend: ['Legend', '범례'], onThisPage: ['On this page', '이 페이지'], everything: ['Everything', '전체'], none: ['none', '없음'],
  table: ['Table', '표'], source: ['Source', '출처'], sources: ['Sources', '출처'],
  toolsOf: ['Tools: {title}', '도구: {title}'], saveAs: ['{kind} of {title}', '{kind} 저장: {title}'], sourceOf: ['Source of {title}', '출처: {title}'],
  barsMore: ['{shown} of {all} are drawn; the table has all.', '{all}개 중 {shown}개만 그렸습니다. 표에는 모두 있습니다.'],
  rowsMore: ['{shown} of {all} rows are shown; the CSV has all.', '{all}행 중 {shown}행만 보입니다. CSV에는 모두 있습니다.'],
  stale: ['Data changed since', '자료가 바뀜'], arcWidth: ['Width of a line: capacity, the widest {value}.', '선 굵기는 용량, 가장 굵은 선 {value}.'],
  // trace
  whereFrom: ['Where this figure comes from', '이 수치의 출처'], equations: ['Equations', '수식'], inputs: ['Data behind it', '바탕 자료'],
  fromRun: ['Table “{table}” of this run, column “{column}”.', '이 실행의 ‘{table}’ 표, ‘{column}’ 열.'], rowsOf: ['{rows} rows', '{rows}행'],
  // choose
  chooseRegion: ['Choose your region', '지역을 고르세요'],
  chooseLead: ['See where your region stands against its target, on which path, and beside its neighbours: then what to build first, and who pays.',
    '목표에 견주어 우리 지역이 어디에 있는지, 어떤 경로로 가는지, 이웃은 어떤지 봅니다. 이어서 무엇을 먼저 짓고 누가 부담하는지 봅니다.'],
  findRegion: ['Find a region', '지역 찾기'], noSuchRegion: ['No region is called “{word}”.', '“{word}” 지역이 없습니다.'],
  mapPerHead: ['Emissions per head in {year}, where they are released', '{year}년 1인당 배출량(생산 기준)'],
  // no run
  noRun: ['There is no plan yet', '아직 계획이 없습니다'],
  noRunWhy: ['A plan says what to build where, hour by hour to 2050, at least cost. The first takes about a minute of computing.', '무엇을 어디에 지을지 2050년까지 시간 단위로, 최소 비용으로 계산합니다. 처음 한 번은 1분쯤 걸립니다.'],
  makePlan: ['Make a plan', '계획 만들기'],
  // region
  gapSentence: ['{name} emitted {now} in {nowYear}. The target for {year} is {target}: {cut} must go.', '{name}의 {nowYear}년 배출량은 {now}, {year}년 목표는 {target}입니다. {cut}을 줄여야 합니다.'],
  gapNoTarget: ['{name} emitted {now} in {nowYear}. On the least-cost path it is {path} in {year}: {cut} less.', '{name}의 {nowYear}년 배출량은 {now}입니다. 최소 비용 경로에서 {year}년 {path}, 곧 {cut} 감소입니다.'],
  gapLeft: ['The plan leaves {left} of it open.', '이 계획으로도 {left}이 남습니다.'], gapClosed: ['This plan closes the gap.', '이 계획은 그 차이를 모두 메웁니다.'],
  noOwnTarget: ['The data hold no target of this region’s own: its share of the national target at least cost stands in for one (modelled).', '이 지역만의 목표는 자료에 없어, 국가 목표를 최소 비용으로 나눈 몫(모형)을 대신 보입니다.'],
  scopeNote: ['Of what the plan covers, on the inventory basis of the data; the past of all sectors is under “Where we are”.', '계획이 다루는 부문의 배출량이며 자료의 인벤토리 기준을 따릅니다. 전 부문의 과거는 ‘현황’에 있습니다.'],
  gapIn: ['Gap to {year}', '{year}년까지 줄일 양'], gapMeaning: ['From the level of {year} to the target', '{year}년 수준에서 목표까지'], gapMeaningPath: ['From the level of {year}, on the least-cost path', '{year}년 수준에서 최소 비용 경로까지'],
  selfReliance: ['Self-reliance in {year}', '{year}년 에너지 자립률'], selfRelianceFrom: ['Clean generation over demand; {value} in {year}', '무탄소 발전 ÷ 수요, {year}년 {value}'],
  cleanShare: ['Clean generation in {year}', '{year}년 무탄소 발전 비중'], cleanShareFrom: ['{value} in {year}', '{year}년 {value}'],
  paysPerHead: ['Cost borne per head in {year}', '{year}년 1인당 부담'], paysAgainst: ['Mean of all regions: {mean} a year', '전 지역 평균 연 {mean}'], paysMeaning: ['A year, after trade between regions', '연간, 지역 간 거래 뒤'],
  carbonPrice: ['Price of carbon in {year}', '{year}년 탄소 가격'], carbonPriceMeaning: ['What the last tonne costs to avoid', '마지막 1톤을 줄이는 비용'], carbonPricePath: ['Price of carbon', '탄소 가격'],
  investment: ['Investment to {year}', '{year}년까지 투자'], investmentMeaning: ['In the region, since {year}, undiscounted', '지역 안, {year}년 이후, 할인 전'], investmentShort: ['Investment', '투자'],
  targetPath: ['Target against path', '목표와 경로'], targetPathAbout: ['Net emissions of what the plan covers', '계획이 다루는 부문의 순배출량'], path: ['Path of the plan', '계획 경로'], target: ['Target', '목표'],
  againstNeighbours: ['Beside its neighbours', '이웃 지역과 함께'], againstNeighboursAbout: ['Emissions on the path, {year} = 100 %', '경로의 배출량, {year}년 = 100 %'],
  cutByRegion: ['Where emissions fall by {year}', '{year}년까지 어디서 줄어드나'], cutByRegionAbout: ['Bar: {from}; mark: {year}. Choose a region for its page.', '막대 {from}년, 표시 {year}년. 지역을 누르면 그 지역으로 갑니다.'], cut: ['Cut', '감축'],
  changeByRegion: ['Change of emissions from {from} to {year}', '{from}–{year}년 배출량 변화'],
  largestMeasures: ['Largest measures to {year}', '{year}년까지 가장 큰 사업'], largestMeasuresAbout: ['What the plan builds, by investment', '계획이 새로 짓는 것, 투자액 순'],
  builtFrom: ['{amount}, from {year}', '{amount}, {year}년부터'], from: ['from {year}', '{year}년부터'], nothingBuilt: ['The plan builds nothing here by then.', '그때까지 여기에 짓는 것이 없습니다.'],
  allMeasures: ['All {count} measures', '사업 {count}개 모두 보기'],
  whoPays: ['Who pays', '누가 부담하나'], whoPaysAbout: ['Cost a year and head in {year}', '{year}년 1인당 연간 비용'],
  paysMore: ['In {year} the region bears {amount} more than what stands in it costs: it buys from others.', '{year}년 이 지역은 지역 안 시설 비용보다 {amount} 더 부담합니다. 다른 지역에서 사 오기 때문입니다.'],
  paysLess: ['In {year} the region bears {amount} less than what stands in it costs: others pay for what it sends them.', '{year}년 이 지역의 부담은 지역 안 시설 비용보다 {amount} 적습니다. 다른 지역이 받은 만큼 냅니다.'],
  bornePerHead: ['Borne per head', '1인당 부담'], locatedPerHead: ['Located per head', '1인당 입지 비용'], borne: ['Borne cost', '부담 비용'], located: ['Located cost', '입지 비용'],
  // where
  whereTitle: ['Where we are', '현황'], whereLead: ['Where emissions are, how they moved and why, and what makes the way to neutrality harder here than there.', '배출이 어디에 있고 왜 움직였는지, 중립으로 가는 길이 어디서 더 힘든지 봅니다.'],
  loadingDiagnosis: ['Diagnosing …', '진단하는 중 …'],
  ratioSentence: ['In {year} a head in {higher} emitted {a}, in {lower} {b}: {ratio} times as much.', '{year}년 1인당 배출량은 {higher} {a}, {lower} {b}로 {ratio}배입니다.'],
  total: ['Emissions', '배출량'], perHead: ['Per head', '1인당'], growth: ['Growth', '증가율'], sinceFirst: ['Change', '변화'],
  mapOf: ['Map: {what}', '지도: {what}'], basis: ['gross, production ledger, all sectors', '총배출량, 생산 기준, 전 부문'], basisYear: ['{year}, {basis}', '{year}년, {basis}'], basisYears: ['{first}–{last}, {basis}', '{first}–{last}년, {basis}'],
  ranking: ['In order', '순위'], trend: ['Over time', '추이'], why: ['Why emissions moved', '왜 움직였나'], whyAbout: ['{place}, {first}–{last}: the effects add up to the change exactly', '{place}, {first}–{last}년. 효과의 합은 증감과 정확히 같습니다'],
  effect: ['Effect', '요인'], change: ['Change', '증감'], measuredBy: ['Product by', '생산 지표'],
  ledgers: ['Two ledgers', '두 가지 셈'], ledgersAbout: ['Per head in {year}: where released, and where its power is used', '{year}년 1인당: 배출한 곳 기준과 전력을 쓴 곳 기준'], production: ['Where released (production)', '생산 기준'], consumption: ['Where used (average mix)', '소비 기준(평균 전원)'], published: ['published:', '발표값:'],
  inequality: ['Inequality of emissions per head', '1인당 배출량의 불평등'], inequalityAbout: ['Among regions, weighted by people; 0: all alike', '지역 간, 인구 가중. 0이면 모두 같음'],
  conditions: ['What makes the way harder', '중립의 여건'], conditionsAbout: ['Indicators by region, each with its formula and source. Choose a region to see its profile.', '지역별 지표와 산식·출처. 지역을 고르면 그 지역의 여건이 보입니다.'],
  harder: ['harder', '불리'], easier: ['easier', '유리'], middling: ['middling', '보통'], cautions: ['Read with care', '읽을 때 주의'],
  // live
  liveTitle: ['How we live', '생활권'], liveLead: ['Living areas drawn from how people move, not from borders; their centres, and how strongly places hang together.', '경계가 아니라 사람의 이동으로 그린 생활권과 그 중심, 지역 사이의 연계입니다.'],
  liveAbsent: ['Nothing to draw them from', '그릴 자료가 없습니다'], liveAbsentWhy: ['Living areas are drawn of units such as municipalities. This package has no table of them (tables/units.csv), or the program cannot draw them.', '생활권은 시·군·구 같은 단위 지역으로 그립니다. 이 자료에는 단위 지역 표(tables/units.csv)가 없습니다.'],
  beingMade: ['Computing: {stage}', '계산 중: {stage}'], beingMadeOnce: ['About a minute, once; kept until the data change.', '처음 한 번 1분쯤 걸리고, 자료가 바뀔 때까지 남습니다.'],
  liveAreas: ['Living areas', '생활권'], liveAreasAbout: ['{count} areas of {units} units; at most {bound} are possible under the rule. Choose one on the map or in the list.', '단위 지역 {units}개로 그린 생활권 {count}곳. 이 규칙으로 가능한 수는 많아야 {bound}곳입니다. 지도나 목록에서 고르세요.'],
  liveProven: ['{count} areas of {units} units: proven to be the most the rule allows.', '단위 지역 {units}개로 그린 생활권 {count}곳. 규칙이 허용하는 최다임이 증명되었습니다.'],
  livingArea: ['Living area', '생활권'], chooseArea: ['Choose a living area …', '생활권 고르기 …'], areaUnits: ['Belongs to it', '속한 곳'], workersIn: ['Workers there', '일하는 사람'], firmness: ['Firmness of the border', '경계의 굳기'], firmnessAbout: ['How much of it stays when the flows are drawn anew', '흐름을 다시 뽑아도 그대로인 비율'], selfContainmentAbout: ['Who lives there and works there', '그곳에 살며 그곳에서 일하는 비율'],
  flowsAre: ['Flows of {year}: {status}', '{year}년 흐름: {status}'], strongestTies: ['Strongest ties', '가장 강한 연계'], strongestTiesAbout: ['Commuters a day between living areas, both ways', '생활권 사이 하루 통근자, 양방향'], tieOf: ['{a} – {b}', '{a} – {b}'], commuters: ['Commuters', '통근자'],
  holdsTogether: ['Do megaregions hold together?', '초광역권은 하나로 묶이나'], holdsTogetherAbout: ['Share of the commuters across provinces that stay in their megaregion', '시·도를 넘는 통근자 가운데 같은 초광역권에 머무는 비율'], ownShare: ['Stay inside', '권역 안'], holds: ['Held together by flows', '흐름으로 묶임'], yes: ['yes', '예'], no: ['no', '아니요'], oneRegion: ['a single province', '한 시·도'],
  liveCentres: ['Centre', '거점'], centresTitle: ['Centres in {year}', '{year}년 거점 구조'], centresAbout: ['How homes and jobs that move could gather. Every structure is measured by one yardstick.', '옮기는 집과 일자리가 모일 수 있는 구조입니다. 모든 구조를 같은 잣대로 잽니다.'],
  trendStructure: ['Trend', '추세'], oneCore: ['One core', '단핵'], multiNuclear: ['Multi-nuclear', '다핵'], multiNuclearAccess: ['Multi-nuclear, access first', '다핵 접근성 우선'], multiNuclearBalanced: ['Multi-nuclear, balanced', '다핵 균형'],
  tierCore: ['Core', '핵심거점'], tierSub: ['Sub-centre', '부거점'], tierLocal: ['Local centre', '생활거점'], tier: ['Tier', '단계'], structureOf: ['Structure', '구조'], travelCarbon: ['Travel carbon a year', '연간 통행 배출'], againstTrend: ['Against the trend', '추세 대비'], worstOff: ['Way of the worst-off fifth', '가장 먼 5분의 1의 이동'], meanWay: ['Mean way', '평균 이동'], jobsReach: ['Jobs within reach', '닿는 일자리'],
  units: ['Units', '단위 지역'], people: ['People', '인구'], selfContainment: ['Self-containment', '자족률'],
  // plan
  planTitle: ['The plan', '계획'], emissionsIn: ['Emissions in {year}', '{year}년 배출량'], fromIn: ['{value} in {year}', '{year}년 {value}'], costIn: ['Cost in {year}', '{year}년 비용'], perYear: ['A year, undiscounted', '연간, 할인 전'],
  pathway: ['Pathway', '감축 경로'], pathwayAbout: ['Net emissions by what causes them, {place}', '{place}, 원인별 순배출량'], cap: ['Cap', '배출 상한'], byTechnology: ['By technology', '기술별'], bySector: ['By sector', '부문별'], byRegion: ['By region', '지역별'],
  mix: ['Power mix', '전원 구성'], mixAbout: ['Electricity made (above) and taken by processes and stores (below), {place}', '{place}, 위는 발전, 아래는 공정·저장이 쓰는 전력'],
  capacityMap: ['Capacity', '설비'], capacityIn: ['Capacity in {year}', '{year}년 설비'], capacityAbout: ['Size of a circle: MW that make or store power; parts by technology', '원 크기는 발전·저장 설비(MW), 조각은 기술'], capacity: ['Capacity', '용량'], built: ['Built', '신설'],
  links: ['Links', '연계'], linksIn: ['Links in {year}', '{year}년 연계'], linksAbout: ['Width: capacity', '굵기는 용량'], link: ['Link', '연계'], forward: ['Forward', '순방향'], backward: ['Backward', '역방향'], fullHours: ['Hours full', '포화 시간'], linkFree: ['with room', '여유 있음'], linkFull: ['full in over 30 % of hours', '30 % 넘는 시간 포화'],
  buildList: ['What is built to {year}, {place}', '{year}년까지 짓는 것, {place}'], technology: ['Technology', '기술'], firstYear: ['From', '시작'],
  hours: ['Hours', '시간별'], hoursIn: ['Hour by hour in {year}', '{year}년 시간별 수급'], hoursTypical: ['{place}; typical days in their true order', '{place}, 대표일을 실제 순서로 놓음'], loadingHours: ['Loading hours …', '시간별 자료를 불러오는 중 …'], dailyMeans: ['daily means, click for a week', '일평균, 누르면 그 주'], everyStep: ['steps of {hours} h', '{hours}시간 단위'], weekFrom: ['Week from {day}', '{day}부터 한 주'], hourOfYear: ['Hour of the year', '연중 시간'],
  demand: ['Demand', '수요'], discharge: ['From stores', '방전'], charge: ['Into stores', '충전'], importsFrom: ['From other regions', '타 지역에서'], exportsTo: ['To other regions', '타 지역으로'], unserved: ['Unserved', '공급 부족'], shifted: ['Shifted demand', '옮긴 수요'], cutDemand: ['Demand that gave way', '줄인 수요'],
  prices: ['Prices', '가격'], pricesIn: ['Prices in {year}', '{year}년 가격'], pricesAbout: ['{carrier}: mean over the year, weighted by demand', '{carrier}, 수요 가중 연평균'], carrier: ['Carrier', '에너지'], mean: ['Mean', '평균'], lowest: ['Lowest', '최저'], highest: ['Highest', '최고'],
  burden: ['Burden', '부담'], burdenAbout: ['Cost a year and head in {year}, on average {mean}. Borne: after trade at local prices. Located: of what stands there.', '{year}년 1인당 연간 비용, 평균 {mean}. 부담은 지역 가격으로 거래한 뒤, 입지는 그곳 시설 비용입니다.'],
  jobs: ['Jobs', '일자리'], jobsAbout: ['Work a year that the plan gives: building, operating, making; {place}', '{place}, 계획이 만드는 연간 일자리(건설·운영·생산)'], jobsBuild: ['Building', '건설'], jobsOperate: ['Operating', '운영'], jobsOutput: ['Making', '생산'],
  sectors: ['Sectors', '부문'], sector: ['Sector', '부문'], investmentBySector: ['Investment by sector', '부문별 투자'], investmentBySectorAbout: ['A year of each period, overnight, {place}', '{place}, 기간별 연평균, 건설이자 제외'], greenShare: ['Green investment', '녹색 투자'], localShare: ['Local investment', '지역 내 투자'], output: ['Output', '생산액'],
  carbonFlow: ['Where the fossil carbon goes', '화석 탄소의 흐름'], carbonFlowAbout: ['The whole country: what is bought is in products, stored, or in the air', '전국. 사들인 탄소는 제품에 담기거나 저장되거나 대기로 갑니다'], kindProducts: ['In products', '제품'], kindStored: ['Stored', '저장'], kindAir: ['To the air', '대기'], kindLeaked: ['Leaked', '누출'], kindBought: ['Bought', '구입'],
  importedEmissions: ['Emitted abroad for what is bought', '수입품의 해외 배출'], importedAbout: ['In no cap; {place}', '{place}, 상한에 들지 않음'], landUse: ['Land that the plan uses', '계획이 쓰는 땅'], landUsed: ['Used', '사용'], landAvailable: ['Available', '가용'],
  certificate: ['The proof', '최적성 증명'], certificateAbout: ['Computed outside the solver, on the problem as written. Within 1e−6 on all three the plan is optimal.', '풀이기 밖에서, 쓰인 문제 그대로 계산합니다. 셋 다 1e−6 이내면 최적입니다.'], primal: ['Primal feasibility', '원문제 실행가능성'], dual: ['Dual feasibility', '쌍대 실행가능성'], gap: ['Gap', '쌍대 간격'], objective: ['Least cost, discounted', '최소 비용(할인)'], certificateHolds: ['Proven optimal', '최적 증명됨'], certificateFails: ['Not proven', '증명되지 않음'],
  // compare
  compareTitle: ['Compare', '비교'], compareLead: ['Plans side by side, the largest differences first.', '계획을 나란히, 차이가 큰 것부터 봅니다.'], chooseRuns: ['Plans to compare', '비교할 계획'], heldAgainst: ['the measure', '기준'], chooseTwo: ['Choose at least two plans. Another is made under:', '둘 이상 고르세요. 다른 계획은 여기서 만듭니다:'],
  differencesFirst: ['What differs most', '가장 다른 점'], noDifference: ['No headline figure differs.', '대표 수치가 모두 같습니다.'], askedDifferently: ['What was asked differently', '다르게 물은 것'], setting: ['Setting', '설정'], paths: ['Paths', '경로'], costs: ['Cost a year', '연간 비용'], mixDifference: ['Power mix in {year}: difference', '{year}년 전원 구성 차이'], burdenDifference: ['Borne per head in {year}: difference', '{year}년 1인당 부담 차이'], againstTitle: ['{other} less {first}', '{other} − {first}'], difference: ['Difference', '차이'],
  // change
  changeTitle: ['Change the scenario', '시나리오 바꾸기'], changeLead: ['Ask for something else: caps, floors, years, costs. Only what differs from the base is saved.', '상한·하한·연도·비용을 바꾸어 물어봅니다. 기준과 다른 것만 저장됩니다.'],
  readOnly: ['You can look at everything, but change nothing: open the address that the program printed in the terminal.', '보기만 할 수 있습니다. 바꾸려면 터미널에 나온 주소로 여세요.'],
  startFrom: ['Start from', '출발 시나리오'], own: ['own', '내 것'], baseIs: ['Base: {value}', '기준: {value}'], takeBack: ['Take back', '되돌리기'], byYearHint: [' year: value, …', ' 연도: 값, …'], shareUnit: ['share', '비율'], yearUnit: ['year', '년'], perYearUnit: ['per year', '연간 비율'], hourUnit: ['hours', '시간'],
  technologiesAllowed: ['Technologies', '기술'], mayBuild: ['may be built', '신설 가능'], mayNotBuild: ['may not be built', '신설 불가'], addTechnology: ['Choose a technology …', '기술 고르기 …'], scaleTitle: ['Factors on inputs', '입력 배수'], addScale: ['Choose an input …', '입력 고르기 …'], add: ['Add', '추가'],
  whatIsSaved: ['What is saved', '저장되는 내용'], changesCount: ['{count} differences from the base', '기준과 다른 항목 {count}개'], fileName: ['Name of the file', '파일 이름'], nameRule: ['Small letters, digits and hyphens.', '영문 소문자, 숫자, 하이픈.'], savedIn: ['Goes to {folder}.', '저장 위치: {folder}.'], titleKo: ['Title in Korean', '한국어 제목'], titleEn: ['Title in English', '영어 제목'],
  save: ['Save', '저장'], saveOver: ['Save over it', '덮어쓰기'], saveAndRun: ['Save and run', '저장하고 실행'], saved: ['Saved as {name}.', '{name}(으)로 저장했습니다.'],
  wrongNumber: ['Not a number', '숫자가 아닙니다'], wrongWhole: ['A whole number, please', '정수여야 합니다'], wrongLow: ['At least {low}', '{low} 이상이어야 합니다'], wrongHigh: ['At most {high}', '{high} 이하여야 합니다'], wrongYears: ['Years, ascending: 2030, 2040, 2050', '연도를 오름차순으로: 2030, 2040, 2050'], wrongByYear: ['Write year: value, such as 2030: 0.5, 2050: 1', '연도: 값으로 쓰세요. 예: 2030: 0.5, 2050: 1'],
  // options
  perfect: ['perfect: all years at once', '완전예견: 전체를 한 번에'], myopic: ['myopic: year by year', '근시안: 해마다'], typical: ['typical days', '대표일'], full: ['every hour of the year', '전체 시간'],
  // run
  runTitle: ['Run', '실행'], runLead: ['Make a plan. It goes on when this page is closed, and where it was when it was cut short.', '계획을 계산합니다. 창을 닫아도 계속되고, 중단되면 그 자리에서 이어집니다.'], scenario: ['Scenario', '시나리오'], regionsToPlan: ['Regions', '대상 지역'], typicalDays: ['Typical days', '대표일 수'], asScenario: ['as the scenario says', '시나리오대로'], startRun: ['Start', '시작'],
  jobsTitle: ['Running and waiting', '실행과 대기'], noJobs: ['Nothing runs.', '실행 중인 것이 없습니다.'], log: ['Log', '기록'], cancel: ['Cancel', '취소'], resume: ['Go on', '이어서 실행'], seePlan: ['See the plan', '계획 보기'], compareIt: ['Compare', '비교하기'], whyNot: ['Why there is none', '불가능한 이유'], infeasible: ['No plan exists', '계획 불가'], runsTitle: ['All plans', '모든 계획'],
  elapsed: ['{time} gone', '{time} 경과'], remaining: ['this step: about {time} left', '이 단계 약 {time} 남음'],
  stateQueued: ['waiting', '대기'], stateRunning: ['running', '실행 중'], stateDone: ['done', '완료'], stateFailed: ['failed', '실패'], stateCancelled: ['cancelled', '취소됨'], stateInterrupted: ['cut short', '중단됨'],
  // report
  printPdf: ['Print or save as PDF', '인쇄 또는 PDF 저장'], printHint: ['The browser’s print window makes the PDF.', '브라우저 인쇄 창에서 PDF로 저장합니다.'], reportTitle: ['Carbon neutrality: {place}', '{place} 탄소중립 계획'],
  // status
  reported: ['reported', '보고'], derived: ['derived', '산출'], estimated: ['estimated', '추정'], modelled: ['modelled', '모형'], assumed: ['assumed', '가정'],
} as const satisfies Record<string, readonly [string, string]>;

export type Word = keyof typeof words;

export function fill(text: string, parts: Record<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole);
}
export function t(word: Word, parts: Record<string, string> = {}): string {
  return fill(words[word][language.current === 'ko' ? 1 : 0], parts);
}

const statuses: Record<string, Word> = { reported: 'reported', derived: 'derived', estimated: 'estimated', modelled: 'modelled', assumed: 'assumed' };
export const statusName = (status: string): string => (statuses[status] ? t(statuses[status]) : status);

const options: Record<string, Word> = { perfect: 'perfect', myopic: 'myopic', typical: 'typical', full: 'full' };
export const optionName = (option: string): string => (options[option] ? t(options[option]) : option);

const unitNames: Record<string, Word> = { '1': 'shareUnit', year: 'yearUnit', hour: 'hourUnit', '1/year': 'perYearUnit' };
export const unitName = (unit: string): string => (unitNames[unit] ? t(unitNames[unit]) : unit === 'tCO2eq' ? 't CO₂eq' : unit);

const structures: Record<string, Word> = { trend: 'trendStructure', 'one-core': 'oneCore', 'multi-nuclear': 'multiNuclear', 'multi-nuclear-access': 'multiNuclearAccess', 'multi-nuclear-balanced': 'multiNuclearBalanced' };
export const structureName = (name: string): string => (structures[name] ? t(structures[name]) : name);
// As in the report. A sector the package made up is shown by its own name.
const sectorNames: Record<string, readonly [string, string]> = {
  power: ['Power', '전환(전력)'], hydrogen: ['Hydrogen', '수소'], industry: ['Industry', '산업'], buildings: ['Buildings', '건물'], transport: ['Transport', '수송'], agriculture: ['Agriculture', '농축수산'],
  waste: ['Waste', '폐기물'], fugitive: ['Fugitive', '탈루'], capture: ['Capture and storage', '포집·저장'], credits: ['International credits', '국제감축'], other: ['Other', '기타'], forest: ['Forests', '산림 흡수원'],
};
export const sectorHues: Record<string, string> = {
  power: '#b5893c', hydrogen: '#a3548f', industry: '#5c6b8a', buildings: '#a05a5a', transport: '#4a7a99', agriculture: '#8a6d3b', waste: '#7d7460', fugitive: '#b07d7d', capture: '#7a5c8f', credits: '#6d8fa8', other: '#93839f', forest: '#6a7f3a',
};
export const sectorOrder = Object.keys(sectorNames);
export const sectorName = (name: string): string => sectorNames[name]?.[language.current === 'ko' ? 1 : 0] ?? name;
// Of decompositions: what product is, at which prices, over which parts.
const measureNames: Record<string, readonly [string, string]> = {
  grdp: ['regional product', '지역내총생산'], gva: ['value added', '부가가치'], nominal: ['current prices', '명목'], itself: ['as a whole', '지역 전체'], regions: ['by region', '지역별'], sectors: ['by sector', '부문별'],
};
export const measureName = (name: string): string => measureNames[name]?.[language.current === 'ko' ? 1 : 0] ?? name.replace(/^(constant|chained)_?(\d+)$/, language.current === 'ko' ? '$2년 가격' : 'prices of $2').replaceAll('_', ' ');
const tiers: Record<string, Word> = { core: 'tierCore', 'sub-centre': 'tierSub', local: 'tierLocal' };
export const tierName = (name: string): string => (tiers[name] ? t(tiers[name]) : name);

const states: Record<string, Word> = {
  queued: 'stateQueued', running: 'stateRunning', done: 'stateDone', failed: 'stateFailed', cancelled: 'stateCancelled', interrupted: 'stateInterrupted',
};
export const stateName = (state: string): string => (states[state] ? t(states[state]) : state);

export function wrongText(wrong: string, low?: number, high?: number): string {
  const known: Record<string, Word> = { number: 'wrongNumber', whole: 'wrongWhole', low: 'wrongLow', high: 'wrongHigh', years: 'wrongYears', byYear: 'wrongByYear' };
  return t(known[wrong] ?? 'wrongNumber', { low: String(low), high: String(high) });
}

// 75 → "1:15"
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

export const allWords: Record<string, readonly [string, string]> = words;
